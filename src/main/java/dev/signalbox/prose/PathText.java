package dev.signalbox.prose;

import dev.signalbox.error.Position;
import dev.signalbox.glob.Glob;
import dev.signalbox.glob.GlobSyntaxException;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.Touch;
import java.util.Optional;

/**
 * Makes a {@link Touch} of a path as other planning tools write it.
 *
 * <p>Their files hold paths, not patterns: {@code app/[id]/page.tsx} is one file. Only {@code *}
 * and braces with a comma are wildcards; a slash at the end means everything below.
 */
public final class PathText {
  private PathText() {}

  /**
   * What makes the text no path inside the repository, as the end of "found ..."; empty when it is
   * one.
   */
  public static Optional<String> fault(String text) {
    if (text.isBlank()) {
      return Optional.of("nothing");
    }
    if (text.length() > Limits.GLOB_CHARS_MAX) {
      return Optional.of("a path of " + text.length() + " characters");
    }
    if (text.startsWith("/") || hasDrive(text)) {
      return Optional.of("the absolute path " + text);
    }
    if (text.equals("~") || text.startsWith("~/") || text.startsWith("$")) {
      return Optional.of("a path outside of it, " + text);
    }
    if (text.indexOf('\\') >= 0 || text.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("characters that no path may hold in " + text);
    }
    return segmentFault(withoutDot(text));
  }

  private static boolean hasDrive(String text) {
    return text.length() > 2 && text.charAt(1) == ':' && Character.isLetter(text.charAt(0));
  }

  private static Optional<String> segmentFault(String text) {
    String path = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    for (String segment : path.split("/", -1)) {
      if (segment.equals("..")) {
        return Optional.of("a path that leaves it, " + text);
      }
      if (segment.isEmpty() || segment.equals(".")) {
        return Optional.of("an empty folder name in " + text);
      }
    }
    return Optional.empty();
  }

  /** Whether the text stands for more than one file. */
  public static boolean isPattern(String text) {
    int brace = text.indexOf('{');
    return text.endsWith("/")
        || text.indexOf('*') >= 0
        || (brace >= 0 && text.indexOf(',', brace) >= 0);
  }

  /**
   * The touch for a text without {@link #fault}.
   *
   * @throws GlobSyntaxException if its wildcards cannot be read
   */
  public static Touch touch(String text, Position at) throws GlobSyntaxException {
    String path = withoutDot(text);
    if (!isPattern(path)) {
      return new Touch(Glob.literal(path), at);
    }
    return new Touch(Glob.parse(escape(path.endsWith("/") ? path + "**" : path)), at);
  }

  private static String withoutDot(String text) {
    return text.startsWith("./") ? text.substring(2) : text;
  }

  /** Keeps what is no wildcard here from becoming one. */
  private static String escape(String path) {
    boolean hasChoice = path.indexOf(',') >= 0;
    StringBuilder escaped = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '[' || c == ']' || c == '?' || (!hasChoice && (c == '{' || c == '}'))) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }
}
