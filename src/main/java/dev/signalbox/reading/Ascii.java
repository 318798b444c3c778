package dev.signalbox.reading;

/** Character classes of ids, which are ASCII whatever the language of the plan. */
final class Ascii {
  private Ascii() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean isLetter(char c) {
    return isUpper(c) || (c >= 'a' && c <= 'z');
  }

  static boolean isAlphanumeric(char c) {
    return isLetter(c) || isDigit(c);
  }

  /** Whether {@code c} may stand inside an id. */
  static boolean isIdPart(char c) {
    return isAlphanumeric(c) || c == '.' || c == '_' || c == '-';
  }

  static char lower(char c) {
    return isUpper(c) ? (char) (c - 'A' + 'a') : c;
  }

  static boolean hasDigit(String text) {
    return text.chars().anyMatch(c -> isDigit((char) c));
  }

  static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> isDigit((char) c));
  }

  /** The end of the run of id characters from {@code from}, less trailing punctuation. */
  static int idEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isIdPart(text.charAt(end))) {
      end++;
    }
    while (end > from && !isAlphanumeric(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }
}
