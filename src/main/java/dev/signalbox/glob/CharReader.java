package dev.signalbox.glob;

import static dev.signalbox.glob.GlobSyntaxException.unsafe;

/** Walks over a pattern; takes care of escapes and of characters that no pattern may show. */
final class CharReader {
  /** Folder names start with these and none needs an escape: a backslash before one separates. */
  private static final String AFTER_SEPARATOR = "/._$@(";

  private final String text;
  private int index;

  CharReader(String text, int index) {
    this.text = text;
    this.index = index;
  }

  int index() {
    return index;
  }

  boolean atEnd() {
    return index == text.length();
  }

  boolean at(char c) {
    return text.charAt(index) == c;
  }

  char peek() {
    return text.charAt(index);
  }

  void skip() {
    index++;
  }

  /** Takes one character that stands for itself, or the one that a backslash escapes. */
  int literal() throws GlobSyntaxException {
    boolean escaped = at('\\');
    if (escaped) {
      skip();
      checkEscape();
    }
    int codePoint = text.codePointAt(index);
    if (!escaped && isHidden(codePoint)) {
      throw unsafe(
          index,
          "expected characters that can be seen, found the control character U+%04X"
              .formatted(codePoint));
    }
    index += Character.charCount(codePoint);
    return codePoint;
  }

  private void checkEscape() throws GlobSyntaxException {
    if (atEnd()
        || Character.isLetterOrDigit(text.codePointAt(index))
        || AFTER_SEPARATOR.indexOf(peek()) >= 0) {
      throw unsafe(
          index - 1,
          "expected '/' between folders, found '\\': use '/' (a '\\' only makes a special"
              + " character such as '*' stand for itself)");
    }
  }

  /** Control characters, those that break lines or turn text around, and half surrogate pairs. */
  static boolean isHidden(int codePoint) {
    return Character.isISOControl(codePoint)
        || Character.getType(codePoint) == Character.SURROGATE
        || (codePoint >= 0x2028 && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }
}
