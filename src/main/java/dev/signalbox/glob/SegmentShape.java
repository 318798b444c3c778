package dev.signalbox.glob;

import java.util.List;

/**
 * What can be said about one segment of a pattern without its automaton.
 *
 * @param prefix the text that it starts with
 * @param suffix the text that it ends with
 * @param literal whether it is exactly the prefix
 * @param simple whether it is literal, or one {@code *} between prefix and suffix
 */
record SegmentShape(String prefix, String suffix, boolean literal, boolean simple) {

  /** The outline of tokens none of which is wide. */
  static SegmentShape of(List<Token> tokens) {
    List<Token> prefix = Token.literalStart(tokens);
    List<Token> suffix = Token.literalStart(tokens.reversed()).reversed();
    boolean literal = prefix.size() == tokens.size();
    boolean oneStar =
        !literal
            && prefix.size() + suffix.size() + 1 == tokens.size()
            && tokens.get(prefix.size()) instanceof Token.AnyChars;
    return new SegmentShape(
        Token.literal(prefix), Token.literal(suffix), literal, literal || oneStar);
  }

  /**
   * Whether a common segment is possible; false is certain, and true is when both are simple. (Two
   * stars can take any text between, so what they make is never {@code .} or {@code ..}.)
   */
  boolean mayMeet(SegmentShape other) {
    if (literal) {
      return other.mayMatch(prefix);
    }
    if (other.literal) {
      return mayMatch(other.prefix);
    }
    return (prefix.startsWith(other.prefix) || other.prefix.startsWith(prefix))
        && (suffix.endsWith(other.suffix) || other.suffix.endsWith(suffix));
  }

  private boolean mayMatch(String name) {
    return literal
        ? prefix.equals(name)
        : name.length() >= prefix.length() + suffix.length()
            && name.startsWith(prefix)
            && name.endsWith(suffix);
  }
}
