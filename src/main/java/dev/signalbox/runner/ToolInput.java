package dev.signalbox.runner;

import dev.signalbox.limit.ViewLimits;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a tool was used with, as a person reads it. Bounded; an agent chose every word of it. */
public final class ToolInput {
  private ToolInput() {}

  /** A change of a text: lines that went begin with {@code -}, new ones with {@code +}. */
  public static String change(String before, String after) {
    List<String> old = lines(before);
    List<String> now = lines(after);
    int same = 0;
    while (same < Math.min(old.size(), now.size()) && old.get(same).equals(now.get(same))) {
      same++;
    }
    int tail = 0;
    while (tail < Math.min(old.size(), now.size()) - same
        && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      tail++;
    }
    List<String> shown = new ArrayList<>();
    old.subList(0, same).forEach(line -> shown.add(" " + line));
    old.subList(same, old.size() - tail).forEach(line -> shown.add("-" + line));
    now.subList(same, now.size() - tail).forEach(line -> shown.add("+" + line));
    old.subList(old.size() - tail, old.size()).forEach(line -> shown.add(" " + line));
    return bounded(String.join("\n", shown));
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : text.lines().toList();
  }

  /** A text as it is. */
  public static String bounded(String text) {
    int max = ViewLimits.TOOL_INPUT_CHARS_MAX;
    if (text.length() <= max) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
    return text.substring(0, end) + "\n… %d characters more".formatted(text.length() - end);
  }

  /** Any other input; empty for none. */
  public static String of(JsonNode input) {
    return input.isEmpty() ? "" : bounded(input.toPrettyString());
  }
}
