package dev.signalbox.glob;

/** Patterns that need no parser, because no character in them could mean anything else. */
final class PlainPath {
  private PlainPath() {}

  /** Whether the text is segments of ASCII letters, digits, dashes, underscores and inner dots. */
  static boolean is(String text) {
    return isMadeOf(text, false);
  }

  /** The same, also with single {@code *} and {@code ?} anywhere. */
  static boolean isWithWildcards(String text) {
    return isMadeOf(text, true) && !text.contains("**");
  }

  private static boolean isMadeOf(String text, boolean wildcards) {
    boolean isStart = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isWord = isWord(c) || (wildcards && (c == '*' || c == '?'));
      if (isStart ? !isWord : !isWord && c != '-' && c != '.' && c != '/') {
        return false;
      }
      isStart = c == '/';
    }
    return !isStart;
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
