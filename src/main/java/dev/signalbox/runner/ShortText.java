package dev.signalbox.runner;

import dev.signalbox.limit.Limits;

/** Text of an agent, cut for people: nothing in it can move a cursor or fill a screen. */
public final class ShortText {
  private ShortText() {}

  /** One line of at most {@link Limits#ACTIVITY_CHARS_MAX} characters. */
  public static String line(String text) {
    return cut(text, Limits.ACTIVITY_CHARS_MAX);
  }

  /** One line of at most {@link Limits#REASON_CHARS_MAX} characters. */
  public static String reason(String text) {
    return cut(text, Limits.REASON_CHARS_MAX);
  }

  private static String cut(String text, int charsMax) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length() && line.length() <= charsMax; i++) {
      char c = text.charAt(i);
      boolean isBlank = c <= ' ' || (c >= 0x7f && c <= 0xa0) || c == 0x2028 || c == 0x2029;
      if (!isBlank) {
        line.append(c);
      } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
    if (line.length() <= charsMax) {
      return line.toString().strip();
    }
    int end = charsMax - 1;
    if (Character.isHighSurrogate(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end).strip() + "…";
  }
}
