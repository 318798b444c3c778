package dev.signalbox.reading;

import dev.signalbox.document.Line;
import java.util.Optional;

/**
 * A label at the start of a line, and the text behind it.
 *
 * @param name in lower-case words, without what stands in brackets
 * @param rest may be empty
 */
public record Label(String name, LabelKind kind, Line rest) {
  private static final int NAME_CHARS_MAX = 60;

  /**
   * The label of a line: emphasised words with a colon or full stop inside or behind the emphasis,
   * or a known label with a colon. A line that is emphasised as a whole is a label too.
   */
  public static Optional<Label> of(Line line) {
    String text = line.text();
    String marks = text.startsWith("**") ? "**" : text.startsWith("__") ? "__" : "";
    return marks.isEmpty() ? plain(line) : emphasised(line, marks);
  }

  /** The label that a heading is, with a value behind a colon. */
  public static Label ofHeading(Line line) {
    int colon = line.text().indexOf(':');
    int end = colon < 0 ? line.text().length() : colon;
    return label(line.text().substring(0, end), line.from(colon < 0 ? end : colon + 1));
  }

  private static Optional<Label> emphasised(Line line, String marks) {
    String text = line.text();
    int close = text.indexOf(marks, 2);
    if (close < 0 || close > 2 + NAME_CHARS_MAX) {
      return Optional.empty();
    }
    String inside = text.substring(2, close).strip();
    int end = close + 2;
    // A label may go on behind its emphasis: **Success Criteria** (what must be true):
    int behind = bracketEnd(text, end);
    boolean colonInside = inside.endsWith(":") || inside.endsWith(".");
    boolean colonBehind = behind < text.length() && text.charAt(behind) == ':';
    if (!colonInside && !colonBehind && end < text.length()) {
      return Optional.empty();
    }
    return Optional.of(
        label(inside, line.from(colonInside ? end : colonBehind ? behind + 1 : end)));
  }

  private static int bracketEnd(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    if (i < text.length() && text.charAt(i) == '(') {
      int close = text.indexOf(')', i);
      return close < 0 ? from : close + 1;
    }
    return from;
  }

  private static Optional<Label> plain(Line line) {
    int colon = line.text().indexOf(':');
    if (colon <= 0 || colon > NAME_CHARS_MAX) {
      return Optional.empty();
    }
    Label label = label(line.text().substring(0, colon), line.from(colon + 1));
    return label.kind() == LabelKind.OTHER ? Optional.empty() : Optional.of(label);
  }

  private static Label label(String text, Line rest) {
    int bracket = text.indexOf('(');
    String name = Column.words(bracket > 0 ? text.substring(0, bracket) : text);
    return new Label(name, LabelKind.of(name), rest);
  }
}
