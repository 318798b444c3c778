package dev.signalbox.glob;

import java.util.List;

/**
 * What can be said about one segment of a pattern without its automaton.
 *
 * @param prefix the text that it starts with
 * @param suffix the text that it ends with
 * @param literal whether it is exactly the prefix
 */
record SegmentOutline(String prefix, String suffix, boolean literal) {

  /** The outline of tokens none of which is wide. */
  static SegmentOutline of(List<Token> tokens) {
    List<Token> prefix = tokens.stream().takeWhile(Token::isLiteral).toList();
    List<Token> suffix = tokens.reversed().stream().takeWhile(Token::isLiteral).toList();
    return new SegmentOutline(
        Token.literal(prefix), Token.literal(suffix.reversed()), prefix.size() == tokens.size());
  }

  /** Whether a common segment is possible; false is certain. */
  boolean mayMeet(SegmentOutline other) {
    if (literal || other.literal) {
      return literal
          ? prefix.startsWith(other.prefix)
              && prefix.endsWith(other.suffix)
              && (!other.literal || prefix.length() == other.prefix.length())
          : other.mayMeet(this);
    }
    return (prefix.startsWith(other.prefix) || other.prefix.startsWith(prefix))
        && (suffix.endsWith(other.suffix) || other.suffix.endsWith(suffix));
  }
}
