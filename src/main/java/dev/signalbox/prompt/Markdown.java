package dev.signalbox.prompt;

import dev.signalbox.document.CodeFence;

/**
 * Text of a plan inside Markdown. It keeps its own inline markup; what it cannot do is to leave the
 * line that it was put on.
 */
final class Markdown {
  private Markdown() {}

  /**
   * The text on one line: each run of white space and control characters is one space, and the
   * characters that turn the direction of text, which can make it read as what it is not, are gone.
   */
  static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isGap(c)) {
        if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
          line.append(' ');
        }
      } else if (!turnsDirection(c)) {
        line.append(c);
      }
    }
    return line.toString().strip();
  }

  /** The text as code on one line, in as many backticks as it needs. */
  static String code(String text) {
    String line = line(text);
    String fence = CodeFence.around(line, 1);
    boolean isPadded = line.startsWith("`") || line.endsWith("`");
    String pad = isPadded ? " " : "";
    return fence + pad + line + pad + fence;
  }

  /** A line without the full stop at its end, for a sentence that goes on. */
  static String clause(String text) {
    String line = line(text);
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }

  private static boolean isGap(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  private static boolean turnsDirection(char c) {
    return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
  }
}
