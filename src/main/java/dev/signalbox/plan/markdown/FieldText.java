package dev.signalbox.plan.markdown;

import dev.signalbox.document.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The shape of field lines: {@code key: value, value # comment}. */
final class FieldText {

  /** A key with the text after its colon. */
  record Field(String key, Line keyLine, Line value) {}

  private FieldText() {}

  /** Splits {@code key: value}; empty where the line has no word before a colon. */
  static Optional<Field> field(Line line) {
    String text = line.text();
    int colon = text.indexOf(':');
    if (colon < 1 || !isKey(text.substring(0, colon))) {
      return Optional.empty();
    }
    return Optional.of(
        new Field(text.substring(0, colon), line, withoutComment(line.from(colon + 1))));
  }

  private static boolean isKey(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetter(c) && (i == 0 || (c != '-' && c != '_'))) {
        return false;
      }
    }
    return true;
  }

  /** Drops a comment: a space followed by {@code #}, or a value that is nothing else. */
  static Line withoutComment(Line line) {
    String text = line.text();
    if (text.startsWith("#") && (text.length() == 1 || text.charAt(1) == ' ')) {
      return new Line("", line.at());
    }
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) == '#' && Character.isWhitespace(text.charAt(i - 1))) {
        return new Line(text.substring(0, i).stripTrailing(), line.at());
      }
    }
    return line;
  }

  /** Splits at commas outside braces and brackets; drops empty parts and backticks around one. */
  static List<Line> list(Line value) {
    List<Line> parts = new ArrayList<>();
    String text = value.text();
    int depth = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? ',' : text.charAt(i);
      if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth = Math.max(0, depth - 1);
      } else if (c == ',' && (depth == 0 || i == text.length())) {
        add(parts, value, start, i);
        start = i + 1;
      }
    }
    return parts;
  }

  private static void add(List<Line> parts, Line value, int start, int end) {
    Line part = new Line(value.text().substring(0, end), value.at()).from(start);
    Line plain = withoutBackticks(part);
    if (!plain.text().isEmpty()) {
      parts.add(plain);
    }
  }

  static Line withoutBackticks(Line line) {
    String text = line.text();
    boolean isQuoted = text.length() >= 2 && text.startsWith("`") && text.endsWith("`");
    return isQuoted ? new Line(text.substring(0, text.length() - 1), line.at()).from(1) : line;
  }
}
