package dev.signalbox.glob;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be said about a pattern with wildcards without its automaton: cheap reasons why it
 * cannot match a path or meet another pattern, and where an index files it.
 *
 * @param prefix the text that every match starts with; ends in a slash or inside a segment
 * @param suffix the text that every match ends with, when a slash is put before the match
 * @param subtree whether it is {@code prefix**}, and so matches all that starts with the prefix
 * @param head the first segments, up to where the number of segments is no longer known
 * @param tail the last segments, the very last first, up to the same
 * @param fixed whether it matches one number of segments only; head and tail are then all of them
 * @param directParent as {@link Glob#directParent()}
 */
record Outline(
    String prefix,
    String suffix,
    boolean subtree,
    List<SegmentOutline> head,
    List<SegmentOutline> tail,
    boolean fixed,
    Optional<String> directParent) {

  static Outline of(List<Token> tokens) {
    List<List<Token>> segments = segments(tokens);
    List<List<Token>> reversed = segments.reversed();
    int head = narrow(segments);
    int tail = narrow(reversed);
    boolean fixed = head == segments.size();
    return new Outline(
        Token.literal(literals(tokens)),
        Token.literal(literals(tokens.reversed()).reversed()),
        literals(tokens).size() == tokens.size() - 1
            && tokens.getLast() instanceof Token.AnySegments,
        segments.stream().limit(head).map(SegmentOutline::of).toList(),
        reversed.stream().limit(tail).map(SegmentOutline::of).toList(),
        fixed,
        fixed ? parent(segments.subList(0, segments.size() - 1)) : Optional.empty());
  }

  private static List<List<Token>> segments(List<Token> tokens) {
    List<List<Token>> segments = new ArrayList<>();
    segments.add(new ArrayList<>());
    for (Token token : tokens) {
      if (token instanceof Token.Slash) {
        segments.add(new ArrayList<>());
      } else {
        segments.getLast().add(token);
      }
    }
    return segments;
  }

  /** How many segments come before the first that may be none or several. */
  private static int narrow(List<List<Token>> segments) {
    int count = 0;
    while (count < segments.size() && segments.get(count).stream().noneMatch(Token::isWide)) {
      count++;
    }
    return count;
  }

  private static List<Token> literals(List<Token> tokens) {
    return tokens.stream().takeWhile(Token::isLiteral).toList();
  }

  /** A bracket expression in a folder's name counts as spelled: routers name folders like this. */
  private static Optional<String> parent(List<List<Token>> folders) {
    List<String> names = new ArrayList<>();
    for (List<Token> folder : folders) {
      StringBuilder name = new StringBuilder();
      for (Token token : folder) {
        switch (token) {
          case Token.Char c -> name.appendCodePoint(c.codePoint());
          case Token.Bracket bracket -> name.append(bracket.spelling());
          default -> {
            return Optional.empty();
          }
        }
      }
      names.add(name.toString());
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join("/", names));
  }

  /** Whether the path may match; false is certain. */
  boolean mayMatch(String path) {
    return path.startsWith(prefix) && endsWithSuffix(path);
  }

  private boolean endsWithSuffix(String path) {
    return (suffix.startsWith("/") && suffix.length() == path.length() + 1)
        ? suffix.endsWith(path)
        : path.endsWith(suffix);
  }

  /** Whether a common match is possible; false is certain. */
  boolean mayMeet(Outline other) {
    if (fixed && other.fixed && head.size() != other.head.size()) {
      return false;
    }
    return agree(head, other.head) && agree(tail, other.tail);
  }

  private static boolean agree(List<SegmentOutline> a, List<SegmentOutline> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      if (!a.get(i).mayMeet(b.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether it matches all that the other does, as far as this is plain to see. */
  boolean plainlyContains(Outline other) {
    return subtree && other.prefix.startsWith(prefix);
  }
}
