package dev.signalbox.glob;

import static dev.signalbox.glob.GlobSyntaxException.syntax;

import dev.signalbox.limit.Limits;
import java.util.ArrayList;
import java.util.List;

/** Reads a pattern into tokens, by recursive descent on its braces. */
final class TokenReader {
  private final CharReader chars;

  private TokenReader(CharReader chars) {
    this.chars = chars;
  }

  /**
   * The tokens of the pattern from {@code start} on; one that ends in a slash gets the {@code **}
   * that it stands for.
   */
  static List<Token> read(String text, int start) throws GlobSyntaxException {
    CharReader chars = new CharReader(text, start);
    List<Token> tokens = new TokenReader(chars).sequence(0);
    if (!tokens.isEmpty() && tokens.getLast() instanceof Token.Slash) {
      tokens.add(new Token.AnySegments(text.length()));
    }
    return tokens;
  }

  private List<Token> sequence(int depth) throws GlobSyntaxException {
    List<Token> tokens = new ArrayList<>();
    while (!chars.atEnd() && !(depth > 0 && (chars.at(',') || chars.at('}')))) {
      tokens.add(token(depth));
    }
    return tokens;
  }

  private Token token(int depth) throws GlobSyntaxException {
    int index = chars.index();
    return switch (chars.peek()) {
      case '*' -> stars(index);
      case '{' -> choice(index, depth + 1);
      case '[' -> BracketReader.read(chars);
      case '}' ->
          throw syntax(
              index, "expected '{' before '}', found none: write '\\}' for the character itself");
      case '/' -> {
        chars.skip();
        yield new Token.Slash(index);
      }
      case '?' -> {
        chars.skip();
        yield new Token.AnyChar(index);
      }
      default -> new Token.Char(index, chars.literal());
    };
  }

  private Token stars(int index) throws GlobSyntaxException {
    int count = 0;
    while (!chars.atEnd() && chars.at('*')) {
      chars.skip();
      count++;
    }
    return switch (count) {
      case 1 -> new Token.AnyChars(index);
      case 2 -> new Token.AnySegments(index);
      default ->
          throw syntax(
              index, "expected '*' for one folder or '**' for any depth, found " + count + " '*'");
    };
  }

  private Token choice(int index, int depth) throws GlobSyntaxException {
    if (depth > Limits.GLOB_NESTING_MAX) {
      throw new GlobSyntaxException(
          GlobSyntaxException.Kind.LIMIT,
          index,
          "expected at most " + Limits.GLOB_NESTING_MAX + " levels of '{', found one more");
    }
    List<List<Token>> alternatives = new ArrayList<>();
    do {
      chars.skip();
      alternatives.add(sequence(depth));
    } while (!chars.atEnd() && chars.at(','));
    if (chars.atEnd()) {
      throw syntax(
          index, "expected '}' after '{', found the end: write '\\{' for the character itself");
    }
    chars.skip();
    if (alternatives.size() == 1) {
      alternatives.addAll(spelling(index, alternatives.getFirst()));
    }
    return new Token.Choice(index, alternatives);
  }

  /** <code>{id}</code> without a comma may be the name of a file: its own spelling. */
  private static List<List<Token>> spelling(int index, List<Token> only)
      throws GlobSyntaxException {
    if (only.isEmpty()) {
      throw syntax(index, "expected an alternative between '{' and '}', found none");
    }
    if (!only.stream().allMatch(Token.Char.class::isInstance)) {
      return List.of();
    }
    List<Token> spelling = new ArrayList<>(only);
    spelling.addFirst(new Token.Char(index, '{'));
    spelling.addLast(new Token.Char(index, '}'));
    return List.of(spelling);
  }
}
