package dev.signalbox.redaction;

/** A set of ASCII characters. */
final class Alphabet {
  static final Alphabet DIGIT = of("0-9");
  static final Alphabet LOWER = of("a-z");
  static final Alphabet UPPER = of("A-Z");
  static final Alphabet LETTER = of("a-zA-Z");
  static final Alphabet UPPER_DIGIT = of("A-Z0-9");
  static final Alphabet LETTER_DIGIT = of("a-zA-Z0-9");
  static final Alphabet WORD = of("a-zA-Z0-9_");

  /** Of base64 for addresses. */
  static final Alphabet URL_SAFE = of("a-zA-Z0-9_-");

  static final Alphabet URL_SAFE_DOT = of("a-zA-Z0-9_.-");

  /** Of base64. */
  static final Alphabet BASE64 = of("a-zA-Z0-9+/=");

  /** Of what follows {@code Bearer}. */
  static final Alphabet TOKEN = of("a-zA-Z0-9_.~+/=-");

  /** Of what is assigned to a variable: without the dot, which also parts names in programs. */
  static final Alphabet VALUE = of("a-zA-Z0-9_~+/=-");

  private final boolean[] held = new boolean[128];

  private Alphabet() {}

  /** Characters, with ranges such as {@code a-z}; a dash stands for itself at the end. */
  private static Alphabet of(String characters) {
    Alphabet alphabet = new Alphabet();
    for (int i = 0; i < characters.length(); i++) {
      boolean isRange = i + 2 < characters.length() && characters.charAt(i + 1) == '-';
      char last = isRange ? characters.charAt(i + 2) : characters.charAt(i);
      for (char c = characters.charAt(i); c <= last; c++) {
        alphabet.held[c] = true;
      }
      i += isRange ? 2 : 0;
    }
    return alphabet;
  }

  boolean holds(int character) {
    return character >= 0 && character < held.length && held[character];
  }

  /** Whether one of these characters is in a stretch of bytes. */
  boolean isIn(Bytes bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (holds(bytes.at(i))) {
        return true;
      }
    }
    return false;
  }
}
