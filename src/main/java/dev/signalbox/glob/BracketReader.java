package dev.signalbox.glob;

import static dev.signalbox.glob.GlobSyntaxException.syntax;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code [a-z]}, {@code [abc]}, {@code [!a]} and {@code [^a]}. */
final class BracketReader {
  private final CharReader chars;
  private final int start;
  private final StringBuilder spelling = new StringBuilder("[");
  private final List<int[]> ranges = new ArrayList<>();

  private BracketReader(CharReader chars) {
    this.chars = chars;
    this.start = chars.index();
  }

  static Token.Bracket read(CharReader chars) throws GlobSyntaxException {
    return new BracketReader(chars).bracket();
  }

  private Token.Bracket bracket() throws GlobSyntaxException {
    chars.skip();
    boolean negated = !chars.atEnd() && (chars.at('!') || chars.at('^'));
    if (negated) {
      spelling.append(chars.peek());
      chars.skip();
    }
    // A first ']' is a member, as in every shell: "[]]" and "[!]]" mean something.
    do {
      member();
    } while (!next(']'));
    chars.skip();
    spelling.append(']');
    CharSet set = negated ? CharSet.notIn(ranges) : CharSet.in(ranges);
    return new Token.Bracket(start, set, spelling.toString());
  }

  private boolean next(char c) throws GlobSyntaxException {
    if (chars.atEnd() || chars.at('/')) {
      throw syntax(
          start,
          "expected ']' after '[' in the same segment, found %s: write '\\[' for the character itself"
              .formatted(chars.atEnd() ? "the end" : "'/'"));
    }
    return chars.at(c);
  }

  private void member() throws GlobSyntaxException {
    int first = character();
    if (!next('-')) {
      ranges.add(new int[] {first, first});
      return;
    }
    chars.skip();
    spelling.append('-');
    if (next(']')) {
      ranges.add(new int[] {first, first});
      ranges.add(new int[] {'-', '-'});
      return;
    }
    addRange(first, character());
  }

  /** Backwards it is no range but a name such as {@code [user-id]}: three members. */
  private void addRange(int first, int last) {
    if (first <= last) {
      ranges.add(new int[] {first, last});
      return;
    }
    for (int member : new int[] {first, '-', last}) {
      ranges.add(new int[] {member, member});
    }
  }

  private int character() throws GlobSyntaxException {
    next(']');
    int codePoint = chars.literal();
    spelling.appendCodePoint(codePoint);
    return codePoint;
  }
}
