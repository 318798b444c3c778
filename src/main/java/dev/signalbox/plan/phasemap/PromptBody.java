package dev.signalbox.plan.phasemap;

import dev.signalbox.document.Line;
import dev.signalbox.reading.InlineText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The sections of a dispatch prompt. Texts are one line each.
 *
 * @param mode the line that names the execution mode, without its label
 */
record PromptBody(
    List<String> context,
    List<String> tasks,
    List<String> acceptance,
    Optional<String> deliverable,
    Optional<Line> mode) {
  private static final Set<String> SECTIONS =
      Set.of("context", "tasks", "acceptance", "acceptance criteria", "deliverable");

  static PromptBody of(List<Line> lines) {
    List<String> context = new ArrayList<>();
    List<String> tasks = new ArrayList<>();
    List<String> acceptance = new ArrayList<>();
    List<String> deliverable = new ArrayList<>();
    Optional<Line> mode = Optional.empty();
    String section = "";
    for (Line line : lines) {
      String text = line.text().strip();
      String plain = InlineText.plain(text);
      int colon = plain.indexOf(':');
      String label = colon < 0 ? "" : plain.substring(0, colon).toLowerCase(Locale.ROOT);
      if (label.equals("execution mode") || label.equals("exec mode")) {
        mode = Optional.of(new Line(plain.substring(colon + 1).strip(), line.at()));
        section = "";
      } else if (SECTIONS.contains(label)) {
        section = label;
        text = plain.substring(colon + 1).strip();
      }
      switch (section) {
        case "context" -> add(context, text);
        case "tasks" -> add(tasks, text);
        case "acceptance", "acceptance criteria" -> add(acceptance, text);
        case "deliverable" -> add(deliverable, text);
        default -> {
          // Repository, plan file and closing lines are set anew by each dispatch.
        }
      }
    }
    return new PromptBody(
        List.copyOf(context),
        List.copyOf(tasks),
        List.copyOf(acceptance),
        deliverable.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", deliverable)),
        mode);
  }

  /** Whether a line opens the body of a prompt. */
  static boolean isSection(String plain) {
    int colon = plain.indexOf(':');
    return colon > 0 && SECTIONS.contains(plain.substring(0, colon).toLowerCase(Locale.ROOT));
  }

  /** A line without a bullet or number goes on with the entry before it. */
  private static void add(List<String> entries, String text) {
    if (text.isEmpty()) {
      return;
    }
    int start = markEnd(text);
    if (start == 0 && !entries.isEmpty()) {
      entries.set(entries.size() - 1, entries.getLast() + " " + text);
    } else {
      entries.add(text.substring(start).strip());
    }
  }

  /** The index after {@code - }, {@code * }, {@code [ ] } or {@code 1. }; 0 without such a mark. */
  private static int markEnd(String text) {
    int i = 0;
    while (i < text.length() && Character.isDigit(text.charAt(i))) {
      i++;
    }
    boolean number = i > 0 && i + 1 < text.length() && ".)".indexOf(text.charAt(i)) >= 0;
    boolean bullet = text.startsWith("- ") || text.startsWith("* ");
    int end = number ? i + 1 : bullet ? 2 : 0;
    boolean box = end > 0 && text.startsWith("[", end) && text.indexOf(']', end) == end + 2;
    return box ? end + 3 : end;
  }
}
