package dev.signalbox.glob;

import java.util.List;

/** One piece of a pattern as read, before any check of what stands beside what. */
sealed interface Token {
  /** Where it starts in the pattern, counted from 0 in UTF-16 characters. */
  int index();

  /** One character that stands for itself, never a slash. */
  record Char(int index, int codePoint) implements Token {}

  /** {@code /}. */
  record Slash(int index) implements Token {}

  /** {@code ?}. */
  record AnyChar(int index) implements Token {}

  /** {@code *}. */
  record AnyChars(int index) implements Token {}

  /** {@code **}. */
  record AnySegments(int index) implements Token {}

  /**
   * {@code [a-z]}.
   *
   * @param spelling the expression itself without escapes, which it matches too
   */
  record Bracket(int index, CharSet set, String spelling) implements Token {}

  /** <code>{a,b}</code>. */
  record Choice(int index, List<List<Token>> alternatives) implements Token {}

  /** Whether what it matches may hold a slash. */
  default boolean isWide() {
    return switch (this) {
      case Slash _, AnySegments _ -> true;
      case Char _, AnyChar _, AnyChars _, Bracket _ -> false;
      case Choice choice ->
          choice.alternatives().stream().flatMap(List::stream).anyMatch(Token::isWide);
    };
  }

  /** Whether it matches exactly one text. */
  default boolean isLiteral() {
    return this instanceof Char || this instanceof Slash;
  }

  /** The tokens before the first that is not literal. */
  static List<Token> literalStart(List<Token> tokens) {
    int size = 0;
    while (size < tokens.size() && tokens.get(size).isLiteral()) {
      size++;
    }
    return tokens.subList(0, size);
  }

  /** The text of literal tokens. */
  static String literal(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    for (Token token : tokens) {
      text.appendCodePoint(token instanceof Char c ? c.codePoint() : '/');
    }
    return text.toString();
  }
}
