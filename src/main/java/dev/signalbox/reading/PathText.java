package dev.signalbox.reading;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.Problem;
import dev.signalbox.glob.Glob;
import dev.signalbox.glob.GlobSyntaxException;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.Touch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A path as people write it into a plan, turned into a touch.
 *
 * <p>A path means itself unless it holds a star or an opening brace. A line suffix ({@code :12-40},
 * {@code #L12}) is dropped, a final slash means everything below, and three dots in place of
 * folders mean any folders. What leaves the repository becomes {@link ErrorCode#PLAN_PATH_UNSAFE}.
 */
public final class PathText {
  private static final Pattern LINES = Pattern.compile(":\\d[\\d,:-]*$");
  private static final Pattern EXTENSION = Pattern.compile("[A-Za-z0-9_-]{1,12}");
  private static final Set<String> BARE =
      Set.of(
          "makefile",
          "dockerfile",
          "license",
          "readme",
          "changelog",
          "kconfig",
          "justfile",
          "procfile",
          "gemfile",
          "rakefile",
          "jenkinsfile",
          "codeowners",
          "notice",
          "vagrantfile");

  /** Headers that C projects write beside their source: {@code nano_ice.c/h}. */
  private static final Set<String> PAIRED = Set.of("c/h", "cc/h", "cpp/h", "cpp/hpp", "h/c", "m/h");

  private final List<Touch> touches;
  private final List<Problem> problems;

  /** Appends what is read to {@code touches} and {@code problems}. */
  public PathText(List<Touch> touches, List<Problem> problems) {
    this.touches = touches;
    this.problems = problems;
  }

  /** Whether {@code text} looks like a path rather than a word, a command or an address. */
  public static boolean isPath(String text) {
    if (text.length() > Limits.GLOB_CHARS_MAX) {
      return false;
    }
    String path = withoutLines(text);
    if (path.isEmpty() || path.contains("://") || !hasOnlyPathCharacters(path)) {
      return false;
    }
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1);
    int dot = name.lastIndexOf('.');
    return slash >= 0
        || BARE.contains(name.toLowerCase(Locale.ROOT))
        || (dot >= 0 && dot < name.length() - 1 && isExtension(name.substring(dot + 1)));
  }

  private static boolean isExtension(String text) {
    return text.startsWith("{")
        || text.equals("*")
        || (EXTENSION.matcher(text).matches() && text.chars().anyMatch(Character::isLetter));
  }

  private static boolean hasOnlyPathCharacters(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (Character.isWhitespace(path.charAt(i)) || "()=;\"`|".indexOf(path.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads one path.
   *
   * @param isShort whether a name without a folder may stand for a path in any folder, as in a list
   *     that names the folder once
   */
  public void read(String text, Position at, boolean isShort) {
    String path = withoutLines(text);
    while (path.startsWith("./")) {
      path = path.substring(2);
    }
    if (isUnsafe(path)) {
      problems.add(
          Problem.error(
              ErrorCode.PLAN_PATH_UNSAFE,
              at,
              "expected a path inside the repository, found " + text,
              "write the path relative to the repository's root, without .. and ~"));
      return;
    }
    for (String single : withoutPair(path)) {
      glob(anywhere(single, isShort), at);
    }
  }

  private void glob(String path, Position at) {
    String pattern = path.endsWith("/") ? path + "**" : path;
    boolean literal = pattern.indexOf('*') < 0 && pattern.indexOf('{') < 0;
    try {
      touches.add(new Touch(literal ? Glob.literal(pattern) : Glob.parse(pattern), at));
    } catch (GlobSyntaxException e) {
      problems.add(
          Problem.error(
              ErrorCode.PLAN_GLOB_INVALID,
              at,
              "expected a path or a glob, found " + path + ": " + e.getMessage(),
              "write the path out, or mend the pattern"));
    }
  }

  private static String withoutLines(String text) {
    String path = text.strip();
    int hash = path.indexOf("#L");
    String whole = hash > 0 ? path.substring(0, hash) : path;
    return LINES.matcher(whole.replace(" ", "").equals(whole) ? whole : path).replaceFirst("");
  }

  private static boolean isUnsafe(String path) {
    boolean drive = path.length() > 1 && path.charAt(1) == ':' && Ascii.isLetter(path.charAt(0));
    boolean absolute = path.startsWith("/") || path.startsWith("~") || path.startsWith("$");
    return drive
        || absolute
        || path.startsWith("\\")
        || ("/" + path.replace('\\', '/') + "/").contains("/../")
        || path.chars().anyMatch(Character::isISOControl);
  }

  private static List<String> withoutPair(String path) {
    int dot = path.lastIndexOf('.');
    if (dot < 0 || !PAIRED.contains(path.substring(dot + 1))) {
      return List.of(path);
    }
    String[] extensions = path.substring(dot + 1).split("/", -1);
    return List.of(
        path.substring(0, dot + 1) + extensions[0], path.substring(0, dot + 1) + extensions[1]);
  }

  /** Replaces folders written as dots by any folders. */
  private static String anywhere(String path, boolean isShort) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      boolean dots = segment.equals("...") || segment.equals("…");
      segments.add(dots ? "**" : segment);
    }
    int slash = path.indexOf('/');
    boolean bare = slash < 0 || slash == path.length() - 1;
    return (isShort && bare ? "**/" : "") + String.join("/", segments);
  }
}
