package dev.signalbox.registry;

/** Bytes of a text whose encoding keeps ASCII. */
final class ByteText {
  private ByteText() {}

  /** The first place of {@code wanted} at or after {@code from}; -1 without one. */
  static int indexOf(byte[] text, byte[] wanted, int from) {
    for (int at = from; at <= text.length - wanted.length; at++) {
      int same = 0;
      while (same < wanted.length && text[at + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return at;
      }
    }
    return -1;
  }

  /** The line end that the text uses first; that of Unix for a single line. */
  static String newLineOf(byte[] text) {
    int at = indexOf(text, new byte[] {'\n'}, 0);
    return at > 0 && text[at - 1] == '\r' ? "\r\n" : "\n";
  }

  /** Where the next line begins, or the text's end. */
  static int lineAfter(byte[] text, int at) {
    int end = indexOf(text, new byte[] {'\n'}, at);
    return end < 0 ? text.length : end + 1;
  }

  /** Whether the text between {@code at} and the end of its line is blank. */
  static boolean isBlankFrom(byte[] text, int at) {
    int i = at;
    while (i < text.length && (text[i] == ' ' || text[i] == '\t' || text[i] == '\r')) {
      i++;
    }
    return i == text.length || text[i] == '\n';
  }
}
