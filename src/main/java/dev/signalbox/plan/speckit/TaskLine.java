package dev.signalbox.plan.speckit;

import dev.signalbox.document.Line;
import dev.signalbox.error.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first line of a task: {@code - [ ] **T014** [P] [US2] Create src/order.ts}.
 *
 * @param at where the id stands
 * @param boxes checkboxes before the id: only with one it is certainly a task, and two are a slip
 * @param batch present for a task labelled parallel: empty for {@code [P]}, {@code 2.1} for {@code
 *     [P:2.1]}
 * @param labels the other labels, without brackets
 * @param text what follows, untrimmed of emphasis
 */
record TaskLine(
    TaskId id, Position at, int boxes, Optional<String> batch, List<String> labels, Line text) {
  private static final int LABEL_CHARS_MAX = 40;

  /** Reads an item's first line, with or without its checkbox; empty if it is no task. */
  static Optional<TaskLine> read(Line line, boolean isBoxTaken) {
    return new Scanner(line, isBoxTaken).read();
  }

  boolean isParallel() {
    return batch.isPresent();
  }

  /** Reads from left to right. */
  private static final class Scanner {
    private final Line line;
    private final String text;
    private final List<String> labels = new ArrayList<>();
    private int boxes;
    private int next;

    Scanner(Line line, boolean isBoxTaken) {
      this.line = line;
      this.text = line.text();
      this.boxes = isBoxTaken ? 1 : 0;
    }

    Optional<TaskLine> read() {
      skipBoxes();
      skipLabels();
      if (startsWith("[T")) {
        next++;
      }
      Optional<TaskId> id = TaskId.at(text, next);
      if (id.isEmpty()) {
        return Optional.empty();
      }
      Position at = line.at(next);
      next += id.get().text().length();
      skipStop();
      skip("*]-");
      skipStop();
      skipLabels();
      skip("*:-");
      return Optional.of(new TaskLine(id.get(), at, boxes, batch(), others(), line.from(next)));
    }

    /** Boxes may come twice ({@code [ ] - [X]}) and with other marks ({@code [~]}: left out). */
    private void skipBoxes() {
      skip("*_");
      while (isBox() || startsWith("- ")) {
        boxes += isBox() ? 1 : 0;
        next += isBox() ? 3 : 2;
        skip("*_");
      }
    }

    private boolean isBox() {
      return startsWith("[")
          && next + 2 < text.length()
          && text.charAt(next + 2) == ']'
          && " xX~-/".indexOf(text.charAt(next + 1)) >= 0;
    }

    private void skipLabels() {
      while (startsWith("[") && !TaskId.at(text, next + 1).isPresent()) {
        int close = text.indexOf(']', next);
        boolean isLink = close > 0 && close + 1 < text.length() && text.charAt(close + 1) == '(';
        if (close < 0 || isLink || close - next > LABEL_CHARS_MAX) {
          return;
        }
        labels.add(text.substring(next + 1, close).strip());
        next = close + 1;
        skip("*");
      }
    }

    /** {@code T001:} and {@code T001.}, but not the dot of {@code T001 .github/}. */
    private void skipStop() {
      boolean isAdjacent = next > 0 && text.charAt(next - 1) != ' ';
      if (isAdjacent && next < text.length() && ":.)".indexOf(text.charAt(next)) >= 0) {
        next++;
      }
    }

    private boolean startsWith(String prefix) {
      return text.startsWith(prefix, next);
    }

    private void skip(String marks) {
      while (next < text.length()
          && (text.charAt(next) == ' ' || marks.indexOf(text.charAt(next)) >= 0)) {
        next++;
      }
    }

    private Optional<String> batch() {
      return labels.stream().filter(Scanner::isParallel).map(Scanner::batchOf).findFirst();
    }

    private List<String> others() {
      return labels.stream().filter(label -> !isParallel(label)).toList();
    }

    private static boolean isParallel(String label) {
      return label.equals("P") || label.startsWith("P:");
    }

    private static String batchOf(String label) {
      return label.length() > 2 ? label.substring(2).strip() : "";
    }
  }
}
