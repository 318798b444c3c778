package dev.signalbox.glob;

/** Paths that hold no character that could mean anything else. */
final class PlainPath {
  private PlainPath() {}

  /** Whether the text is segments of ASCII letters, digits, dashes, underscores and inner dots. */
  static boolean is(String text) {
    boolean isStart = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isWord =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
      if (isStart ? !isWord : !isWord && c != '-' && c != '.' && c != '/') {
        return false;
      }
      isStart = c == '/';
    }
    return !isStart;
  }
}
