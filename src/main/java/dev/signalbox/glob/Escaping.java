package dev.signalbox.glob;

/** Writes a path so that it reads back as the pattern for that path alone. */
final class Escaping {
  private static final String SPECIAL = "\\*?[]{}";

  private Escaping() {}

  /** Whether the path, taken as a pattern, would mean something else or be refused. */
  static boolean isNeeded(String path) {
    return path.chars().anyMatch(Escaping::isSpecial)
        || path.equals("~")
        || path.startsWith("~/")
        || startsWithDrive(path);
  }

  private static boolean isSpecial(int c) {
    return SPECIAL.indexOf(c) >= 0 || CharReader.isHidden(c);
  }

  /** {@code C:/} or {@code C:\}. */
  static boolean startsWithDrive(String text) {
    return text.length() > 2
        && text.charAt(1) == ':'
        && (text.charAt(2) == '/' || text.charAt(2) == '\\')
        && Character.isLetter(text.charAt(0));
  }

  /** The pattern for the path alone; the path itself where nothing needs an escape. */
  static String escape(String path) {
    if (!isNeeded(path)) {
      return path;
    }
    StringBuilder text = new StringBuilder();
    int colon = startsWithDrive(path) ? 1 : -1;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (isSpecial(c) || i == colon || (i == 0 && c == '~')) {
        text.append('\\');
      }
      text.append(c);
    }
    return text.toString();
  }
}
