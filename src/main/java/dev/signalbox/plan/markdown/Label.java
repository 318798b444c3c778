package dev.signalbox.plan.markdown;

import dev.signalbox.document.Line;
import java.util.Optional;

/** The sections of a phase. A line that is a label starts its section wherever it stands. */
enum Label {
  CONTEXT("context", "context"),
  ACCEPTANCE("acceptance", "acceptance criteria"),
  TASKS("tasks", "tasks"),
  DELIVERABLE("deliverable", "deliverable");

  private final String word;
  private final String longer;

  Label(String word, String longer) {
    this.word = word;
    this.longer = longer;
  }

  /**
   * A label with what follows it on its line.
   *
   * @param rest may be empty
   */
  record Start(Label label, Line rest) {}

  /** {@code Context:}, {@code **Context:**}, {@code **Context**: text}; empty for other lines. */
  static Optional<Start> of(Line line) {
    String text = line.text();
    int from = text.startsWith("**") || text.startsWith("__") ? 2 : 0;
    int colon = text.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String word = text.substring(Math.min(from, colon), colon).strip();
    int end = colon + 1;
    if (from > 0 && (word.endsWith("**") || word.endsWith("__"))) {
      word = word.substring(0, word.length() - 2).strip();
    } else if (from > 0 && text.startsWith(text.substring(0, 2), end)) {
      end += 2;
    } else if (from > 0) {
      return Optional.empty();
    }
    int rest = end;
    return named(word).map(label -> new Start(label, line.from(rest)));
  }

  /** The label of a heading such as {@code ### Acceptance criteria}, the colon optional. */
  static Optional<Start> ofHeading(Line line) {
    return named(line.text())
        .map(label -> new Start(label, new Line("", line.at())))
        .or(() -> of(line));
  }

  private static Optional<Label> named(String text) {
    for (Label label : values()) {
      if (label.word.equalsIgnoreCase(text) || label.longer.equalsIgnoreCase(text)) {
        return Optional.of(label);
      }
    }
    return Optional.empty();
  }
}
