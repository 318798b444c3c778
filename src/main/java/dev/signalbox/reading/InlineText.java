package dev.signalbox.reading;

import dev.signalbox.document.Line;
import java.util.ArrayList;
import java.util.List;

/** Inline Markdown, reduced to what it says. Works on one line; never fails. */
public final class InlineText {
  /** Characters of a link's text, and of its target; longer ones stay as they are. */
  private static final int LINK_CHARS_MAX = 2_048;

  private InlineText() {}

  /**
   * A code span.
   *
   * @param content without the back ticks, at its own position
   * @param from the index of the first back tick in the line
   * @param to the index after the last back tick
   */
  public record CodeSpan(Line content, int from, int to) {}

  /**
   * The text without emphasis marks, code marks and link targets, trimmed, with single spaces. The
   * content of code spans stays as it is, so that globs keep their stars.
   */
  public static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '`') {
        int ticks = run(text, i, '`');
        int end = closing(text, i + ticks, ticks);
        out.append(text, i + ticks, end < 0 ? i + ticks : end);
        i = end < 0 ? i + ticks : end + ticks;
      } else if (c == '\\' && i + 1 < text.length() && isPunctuation(text.charAt(i + 1))) {
        out.append(text.charAt(i + 1));
        i += 2;
      } else if (c == '*' || (c == '~' && run(text, i, '~') == 2)) {
        int marks = run(text, i, c);
        out.append(isEmphasis(text, i, marks) ? "" : text.substring(i, i + marks));
        i += marks;
      } else if (c == '[' && linkEnd(text, i) > 0) {
        out.append(plain(text.substring(i + 1, text.indexOf(']', i))));
        i = linkEnd(text, i);
      } else {
        out.append(c);
        i++;
      }
    }
    return singleSpaced(out);
  }

  /** The code spans of a line, in order. */
  public static List<CodeSpan> codeSpans(Line line) {
    List<CodeSpan> spans = new ArrayList<>();
    String text = line.text();
    int i = text.indexOf('`');
    while (i >= 0) {
      int ticks = run(text, i, '`');
      int end = closing(text, i + ticks, ticks);
      if (end < 0) {
        i = text.indexOf('`', i + ticks);
        continue;
      }
      Line content = new Line(text.substring(i + ticks, end), line.at(i + ticks)).from(0);
      spans.add(new CodeSpan(content, i, end + ticks));
      i = text.indexOf('`', end + ticks);
    }
    return spans;
  }

  /**
   * The index after the closing parenthesis of the link {@code [text](target)} that begins at
   * {@code open}, or -1 where none begins. Looks no further than links reach, so that a line of
   * nothing but brackets is read in linear time.
   */
  private static int linkEnd(String text, int open) {
    int close = text.indexOf(']', open, Math.min(text.length(), open + LINK_CHARS_MAX));
    if (close < 0 || close + 1 >= text.length() || text.charAt(close + 1) != '(') {
      return -1;
    }
    return text.indexOf(')', close, Math.min(text.length(), close + LINK_CHARS_MAX)) + 1;
  }

  private static int run(String text, int from, char c) {
    int i = from;
    while (i < text.length() && text.charAt(i) == c) {
      i++;
    }
    return i - from;
  }

  /** The start of the next run of exactly {@code ticks} back ticks, or -1. */
  private static int closing(String text, int from, int ticks) {
    int i = text.indexOf('`', from);
    while (i >= 0) {
      int found = run(text, i, '`');
      if (found == ticks) {
        return i;
      }
      i = text.indexOf('`', i + found);
    }
    return -1;
  }

  /** A star between spaces is a star; one at a word is markup. */
  private static boolean isEmphasis(String text, int at, int marks) {
    boolean spaceBefore = at == 0 || Character.isWhitespace(text.charAt(at - 1));
    int after = at + marks;
    boolean spaceAfter = after >= text.length() || Character.isWhitespace(text.charAt(after));
    return marks > 1 || !(spaceBefore && spaceAfter);
  }

  private static boolean isPunctuation(char c) {
    return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
  }

  private static String singleSpaced(StringBuilder text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = Character.isWhitespace(c);
      if (!space) {
        out.append(c);
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    return out.toString().strip();
  }
}
