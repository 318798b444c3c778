package dev.signalbox.registry;

import dev.signalbox.limit.Limits;
import java.util.List;

/** Any text so that neither Markdown nor HTML finds anything in it. */
public final class PlainText {
  /** What begins a block of Markdown at the start of a line. */
  private static final String BLOCK_STARTS = "#-*+=>|~`_:\t";

  private PlainText() {}

  /** The text as one cell of a table; a long one is cut. */
  public static String cell(String text) {
    String start = text.substring(0, Math.min(text.length(), Limits.REGISTRY_CELL_CHARS_MAX));
    String line = String.join(" ", start.strip().lines().map(String::strip).toList());
    StringBuilder cell = new StringBuilder();
    line.codePoints().forEach(c -> append(cell, c == '\t' ? ' ' : c, "[]`"));
    return start.length() < text.length() ? cell + "…" : cell.toString();
  }

  /** The text as lines between {@code <pre>} and {@code </pre>}. */
  public static List<String> lines(String text) {
    return text.strip().lines().map(PlainText::line).toList();
  }

  private static String line(String text) {
    StringBuilder line = new StringBuilder();
    int start = 0;
    while (start < text.length() && text.charAt(start) == ' ') {
      line.append(' ');
      start++;
    }
    String rest = text.substring(start).stripTrailing();
    boolean startsBlock = !rest.isEmpty() && BLOCK_STARTS.indexOf(rest.charAt(0)) >= 0;
    if (startsBlock) {
      line.append("&#").append((int) rest.charAt(0)).append(';');
    }
    rest.substring(startsBlock ? 1 : 0).codePoints().forEach(c -> append(line, c, ""));
    return line.toString();
  }

  private static void append(StringBuilder out, int c, String more) {
    if (c == '&' || c == '<' || c == '>' || c == '|' || more.indexOf(c) >= 0) {
      out.append("&#").append(c).append(';');
    } else if (Character.getType(c) == Character.SURROGATE || isControl(c)) {
      out.append('\uFFFD');
    } else if (!turnsDirection(c)) {
      out.appendCodePoint(c);
    }
  }

  /** Line and paragraph separators too: some tools break lines there. */
  private static boolean isControl(int c) {
    return (c != '\t' && Character.isISOControl(c))
        || c == '\u2028'
        || c == '\u2029'
        || c == 0xFEFF;
  }

  /** Such characters make a text read as what it is not. */
  private static boolean turnsDirection(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }
}
