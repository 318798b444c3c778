package dev.signalbox.plan.gsd;

import dev.signalbox.document.Line;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tagged part of a plan, such as {@code <objective>}. A tag opens at the start of a line and
 * closes at the start or the end of one; what it holds is plain text to its own tag, so markup in
 * an example does no harm.
 *
 * @param name in lower case
 * @param attributes as written
 */
record Tag(String name, String attributes, List<Line> lines) {

  /** The outermost tags of a text, in its order. One that never closes is no tag. */
  static List<Tag> parse(List<Line> lines) {
    int[] ends = ends(lines);
    List<Tag> tags = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (ends[i] >= 0) {
        tags.add(tag(lines, i, ends[i]));
        i = ends[i];
      }
    }
    return tags;
  }

  /** The first tag of that name. */
  static Optional<Tag> first(List<Tag> tags, String name) {
    return tags.stream().filter(tag -> tag.name().equals(name)).findFirst();
  }

  /** For each line that opens a tag the line that closes it, else -1. */
  private static int[] ends(List<Line> lines) {
    int[] ends = new int[lines.size()];
    Map<String, Deque<Integer>> open = new HashMap<>();
    for (int i = 0; i < ends.length; i++) {
      ends[i] = -1;
      String text = lines.get(i).text();
      String opened = opened(text);
      if (!opened.isEmpty()) {
        open.computeIfAbsent(opened, name -> new ArrayDeque<>()).push(i);
      }
      for (String closed : closed(text)) {
        Deque<Integer> starts = open.get(closed);
        if (starts != null && !starts.isEmpty()) {
          ends[starts.pop()] = i;
        }
      }
    }
    return ends;
  }

  private static Tag tag(List<Line> lines, int start, int end) {
    Line first = lines.get(start);
    String text = first.text();
    String name = opened(text);
    int content = text.indexOf('>') + 1;
    List<Line> held = new ArrayList<>();
    for (int i = start; i <= end; i++) {
      Line line = i == start ? first.from(content) : lines.get(i);
      int close = i == end ? line.text().indexOf("</" + name + ">") : -1;
      held.add(close < 0 ? line : new Line(line.text().substring(0, close).strip(), line.at()));
    }
    return new Tag(name, text.substring(name.length() + 1, content - 1).strip(), held);
  }

  /** The name of the tag that opens at the start of the text, or nothing. */
  private static String opened(String text) {
    int end = nameEnd(text, 1);
    boolean opens = text.startsWith("<") && end > 1 && end < text.length();
    boolean isWhole = opens && (text.charAt(end) == '>' || text.charAt(end) == ' ');
    boolean isEmpty = text.endsWith("/>");
    return isWhole && text.indexOf('>') > 0 && !isEmpty ? text.substring(1, end) : "";
  }

  private static List<String> closed(String text) {
    List<String> names = new ArrayList<>();
    int atEnd = text.endsWith(">") ? text.lastIndexOf("</") : -1;
    if (atEnd >= 0 && nameEnd(text, atEnd + 2) == text.length() - 1) {
      names.add(text.substring(atEnd + 2, text.length() - 1));
    } else if (text.startsWith("</")) {
      names.add(text.substring(2, nameEnd(text, 2)));
    }
    return names;
  }

  private static int nameEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isNameCharacter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  }
}
