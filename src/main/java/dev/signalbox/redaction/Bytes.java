package dev.signalbox.redaction;

/**
 * A stretch of bytes that is looked at.
 *
 * @param array holds it, and what came before it as far as that is known
 * @param end after its last byte
 */
record Bytes(byte[] array, int end) {
  /**
   * An escape that begins this far to the left still counts: a backslash, {@code u} and four
   * digits.
   */
  private static final int ESCAPE_CHARS = 6;

  /** A colour of a terminal, such as {@code ESC[38;5;120m}, has at most about this length. */
  private static final int COLOUR_CHARS = 14;

  /** The byte at a place; -1 outside. */
  int at(int index) {
    return index >= 0 && index < end ? array[index] & 0xff : -1;
  }

  boolean startsWith(byte[] word, int at) {
    if (at < 0 || at + word.length > end) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (array[at + i] != word[i]) {
        return false;
      }
    }
    return true;
  }

  /** Where the run of an alphabet that begins at {@code from} ends, after {@code max} at most. */
  int runEnd(Alphabet alphabet, int from, int max) {
    int limit = Math.min(end, from + max);
    int index = from;
    while (index < limit && alphabet.holds(array[index])) {
      index++;
    }
    return index;
  }

  /**
   * Whether a token can begin here: what is on the left is no part of it. An escape of JSON or of
   * an address, or a colour of a terminal, counts as a boundary, although it ends with a letter.
   * The end of a mask does not: what was no token before something beside it was covered is none
   * afterwards.
   */
  boolean isBoundary(int at) {
    int left = at(at - 1);
    if (left == ']') {
      return false;
    }
    return !Alphabet.URL_SAFE_DOT.holds(left) || isEscape(at) || isColour(at);
  }

  private boolean isEscape(int at) {
    boolean isShort = at(at - 2) == '\\' && "nrtbf".indexOf(at(at - 1)) >= 0;
    return isShort
        || at(at - 3) == '%'
        || (at(at - ESCAPE_CHARS) == '\\' && at(at - ESCAPE_CHARS + 1) == 'u');
  }

  private boolean isColour(int at) {
    if (at(at - 1) != 'm') {
      return false;
    }
    int index = at - 2;
    while (index > at - COLOUR_CHARS && (at(index) == ';' || Alphabet.DIGIT.holds(at(index)))) {
      index--;
    }
    return at(index) == '[';
  }

  /**
   * The place without parts of JSON escapes at its edges: after it is covered, a line of JSON is
   * still one.
   */
  Span whole(Span span) {
    return new Span(afterEscape(span), beforeEscapeEnds(span));
  }

  private int afterEscape(Span span) {
    for (int slash = span.start() - 1; slash > span.start() - ESCAPE_CHARS; slash--) {
      if (at(slash) == '\\' && isEscapeStart(slash)) {
        int after = slash + escapeLength(slash);
        return after > span.start() ? Math.min(after, span.end()) : span.start();
      }
    }
    return span.start();
  }

  private int beforeEscapeEnds(Span span) {
    for (int slash = span.end() - 1; slash > span.end() - ESCAPE_CHARS; slash--) {
      if (slash >= span.start() && at(slash) == '\\' && isEscapeStart(slash)) {
        return Math.min(end, Math.max(span.end(), slash + escapeLength(slash)));
      }
    }
    return span.end();
  }

  /** Whether the backslash here begins an escape, and is not the second half of another. */
  private boolean isEscapeStart(int slash) {
    int run = 0;
    while (at(slash - 1 - run) == '\\') {
      run++;
    }
    return run % 2 == 0;
  }

  private int escapeLength(int slash) {
    return at(slash + 1) == 'u' ? ESCAPE_CHARS : 2;
  }
}
