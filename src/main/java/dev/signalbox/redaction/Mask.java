package dev.signalbox.redaction;

import java.nio.charset.StandardCharsets;

/**
 * What stands in a secret's place. It is ASCII, holds nothing that JSON escapes, and is no secret
 * itself, so that covering a text again changes nothing.
 */
final class Mask {
  /** In texts that people read. */
  static final String SHORT = "[redacted]";

  private static final byte[] LONG_START = bytes("[redacted");
  private static final byte[] SMALL_START = bytes("[hidden");

  private Mask() {}

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Covers a part of a secret's place with as many bytes; line feeds stay, so lines do too. */
  static void cover(byte[] array, Span secret, int from, int to) {
    int length = secret.end() - secret.start();
    byte[] start =
        length > LONG_START.length
            ? LONG_START
            : length > SMALL_START.length ? SMALL_START : new byte[0];
    for (int i = from; i < to; i++) {
      int place = i - secret.start();
      if (array[i] == '\n') {
        continue;
      }
      if (place < start.length) {
        array[i] = start[place];
      } else {
        array[i] = (byte) (i == secret.end() - 1 && start.length > 0 ? ']' : '*');
      }
    }
  }

  /** Whether something is covered there already. */
  static boolean isIn(Bytes bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes.startsWith(LONG_START, i) || bytes.startsWith(SMALL_START, i)) {
        return true;
      }
    }
    return false;
  }
}
