package dev.signalbox.glob;

import static dev.signalbox.glob.GlobSyntaxException.syntax;
import static dev.signalbox.glob.GlobSyntaxException.unsafe;

import dev.signalbox.limit.Limits;
import java.util.List;

/** Reads a pattern; the two shapes that plans are full of, names and folders, without tokens. */
final class GlobParser {
  private GlobParser() {}

  static Glob parse(String text) throws GlobSyntaxException {
    checkStart(text);
    int start = 0;
    while (text.startsWith("./", start)) {
      start += 2;
    }
    String body = text.substring(start);
    if (isPlainPath(body)) {
      return new Glob(text, body, body);
    }
    String pattern = body.endsWith("/") ? body + "**" : body;
    if (pattern.endsWith("/**") && isPlainPath(pattern.substring(0, pattern.length() - 3))) {
      return new Glob(text, pattern, null);
    }
    List<Token> tokens = TokenReader.read(text, start);
    NfaCompiler.compile(text, tokens);
    if (!tokens.stream().allMatch(Token::isLiteral)) {
      return new Glob(text, pattern, null);
    }
    String path = Token.literal(tokens);
    return new Glob(text, Escaping.escape(path), path);
  }

  private static void checkStart(String text) throws GlobSyntaxException {
    if (text.isEmpty()) {
      throw syntax(0, "expected a pattern, found nothing");
    }
    if (text.length() > Limits.GLOB_CHARS_MAX) {
      throw new GlobSyntaxException(
          GlobSyntaxException.Kind.LIMIT,
          Limits.GLOB_CHARS_MAX,
          "expected at most %d characters, found %d"
              .formatted(Limits.GLOB_CHARS_MAX, text.length()));
    }
    if (text.equals("~") || text.startsWith("~/")) {
      throw unsafe(0, "expected a path relative to the repository, found '~', a home folder");
    }
    if (Escaping.startsWithDrive(text)) {
      throw unsafe(
          0,
          "expected a path relative to the repository, found the drive '%s'"
              .formatted(text.substring(0, 2)));
    }
  }

  /** Whether the text is a path and none of its characters means anything else. */
  private static boolean isPlainPath(String text) {
    return PathState.isPath(text) && !Escaping.isNeeded(text);
  }
}
