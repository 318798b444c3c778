package dev.signalbox.glob;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pattern with wildcards is beyond its text. Shape and automaton are made when first needed;
 * they are immutable, so that a race costs time only.
 */
final class Compiled {
  private final String pattern;
  private final String prefix;
  private final String suffix;
  private final boolean subtree;
  private @Nullable Shape shape;
  private @Nullable Nfa nfa;

  private Compiled(String pattern, String prefix, String suffix, boolean subtree) {
    this.pattern = pattern;
    this.prefix = prefix;
    this.suffix = suffix;
    this.subtree = subtree;
  }

  /** Takes a pattern that reads without an error. */
  static Compiled of(String pattern) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < pattern.length(); i++) {
      switch (pattern.charAt(i)) {
        case '\\', '[', '{' -> {
          return of(pattern, tokens(pattern));
        }
        case '*', '?' -> {
          first = first < 0 ? i : first;
          last = i;
        }
        default -> {}
      }
    }
    if (first < 0) {
      return new Compiled(pattern, pattern, "/" + pattern, false);
    }
    boolean subtree = first + 2 == pattern.length() && pattern.startsWith("**", first);
    return new Compiled(pattern, pattern.substring(0, first), pattern.substring(last + 1), subtree);
  }

  private static Compiled of(String pattern, List<Token> tokens) {
    List<Token> start = Token.literalStart(tokens);
    List<Token> end = Token.literalStart(tokens.reversed()).reversed();
    boolean subtree =
        start.size() == tokens.size() - 1 && tokens.getLast() instanceof Token.AnySegments;
    return new Compiled(pattern, Token.literal(start), Token.literal(end), subtree);
  }

  private static List<Token> tokens(String pattern) {
    try {
      return TokenReader.read(pattern, 0);
    } catch (GlobSyntaxException e) {
      throw new IllegalStateException("expected a pattern that was read before", e);
    }
  }

  /** The text that every match starts with; ends in a slash or inside a segment. */
  String prefix() {
    return prefix;
  }

  /** The text that every match ends with, when a slash is put before the match. */
  String suffix() {
    return suffix;
  }

  /** Whether it is {@code prefix**}, and so matches every path that starts with the prefix. */
  boolean subtree() {
    return subtree;
  }

  Shape shape() {
    Shape known = shape;
    if (known == null) {
      known = Shape.of(tokens(pattern));
      shape = known;
    }
    return known;
  }

  Nfa nfa() {
    Nfa known = nfa;
    if (known == null) {
      try {
        known = NfaCompiler.compile(pattern, tokens(pattern));
      } catch (GlobSyntaxException e) {
        throw new IllegalStateException("expected a pattern that was read before", e);
      }
      nfa = known;
    }
    return known;
  }

  boolean matches(String path) {
    return path.startsWith(prefix)
        && endsWithSuffix(path)
        && PathState.isPath(path)
        && (subtree || nfa().accepts(path));
  }

  private boolean endsWithSuffix(String path) {
    return (suffix.startsWith("/") && suffix.length() == path.length() + 1)
        ? suffix.endsWith(path)
        : path.endsWith(suffix);
  }

  /** Whether it matches all that the other does; true is certain. */
  boolean plainlyContains(Compiled other) {
    return subtree && other.prefix.startsWith(prefix);
  }

  /** Whether some path matches both. */
  boolean meets(Compiled other) {
    if (plainlyContains(other) || other.plainlyContains(this)) {
      return true;
    }
    return mayMeet(other)
        && (shape().plainlyMeets(other.shape())
            || ProductSearch.find(nfa(), other.nfa()).isPresent());
  }

  /** Whether a path that both match is possible; false is certain. */
  boolean mayMeet(Compiled other) {
    return (prefix.startsWith(other.prefix) || other.prefix.startsWith(prefix))
        && (suffix.endsWith(other.suffix) || other.suffix.endsWith(suffix))
        && shape().mayMeet(other.shape());
  }
}
