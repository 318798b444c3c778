package dev.signalbox.glob;

import dev.signalbox.limit.Limits;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A path pattern: {@code **}, {@code *}, {@code ?}, <code>{a,b}</code>, {@code [a-z]} (design
 * section 3). Immutable; equal when the text is, apart from what changes nothing.
 *
 * <p>A path is one or more segments joined by {@code /}, none empty, none {@code .} or {@code ..}.
 * Nothing else ever matches. Upper and lower case differ.
 *
 * <ul>
 *   <li>{@code **}, always a whole segment, is zero or more whole segments; at the end of a pattern
 *       one or more: {@code a/**} matches everything below {@code a} and not {@code a} itself. A
 *       slash at the end is short for it: {@code a/}.
 *   <li>{@code *} is any run of characters without a slash, a leading dot too; {@code ?} is one
 *       character without a slash.
 *   <li><code>{a,b}</code> is either; alternatives nest, may be empty and may hold slashes and
 *       {@code **}. Each choice must leave a sensible pattern: <code>a/{,b}/c</code> leaves {@code
 *       a//c} and is refused, <code>a/{,b/}c</code> is not.
 *   <li>{@code [a-z]}, {@code [abc]}, {@code [!a]}, {@code [^a]} are one character without a slash.
 *       The expression matches its own spelling too: {@code app/[id]/page.tsx} matches the path
 *       {@code app/[id]/page.tsx}, because routers name folders like this and a collision must not
 *       be missed. For the same reason <code>{id}</code>, without a comma and without wildcards,
 *       matches {@code id} and <code>{id}</code>.
 *   <li>{@code \} makes a special character stand for itself; before a letter, a digit or one of
 *       {@code / . _ $ @ (} it is refused as a Windows separator.
 *   <li>A leading {@code ./} is dropped.
 * </ul>
 */
public final class Glob {
  private static final String TREE = "/**";

  private final String text;
  private final String pattern;
  private final @Nullable String path;
  // Made when first needed, most patterns never do. Immutable to the eye: a race costs time only.
  private @Nullable Compiled compiled;

  /**
   * @param text as written
   * @param pattern the same pattern, normalised; reads back without an error
   * @param path if it has no wildcard
   */
  Glob(String text, String pattern, @Nullable String path) {
    this.text = text;
    this.pattern = pattern;
    this.path = path;
  }

  /**
   * Reads a pattern.
   *
   * @throws GlobSyntaxException if it is none; its kind says whether it is unsafe or too large
   */
  public static Glob parse(String text) throws GlobSyntaxException {
    // Most patterns that people write hold nothing that needs parsing.
    if (text.length() <= Limits.GLOB_CHARS_MAX) {
      if (PlainPath.is(text)) {
        return new Glob(text, text, text);
      }
      boolean isTree = text.endsWith(TREE);
      if (isTree
          ? PlainPath.is(text.substring(0, text.length() - TREE.length()))
          : PlainPath.isWithWildcards(text)) {
        return new Glob(text, text, null);
      }
    }
    return GlobParser.parse(text);
  }

  /**
   * The pattern that matches {@code path} and nothing else, whatever characters it holds. Its text
   * is escaped where needed.
   *
   * @throws IllegalArgumentException if {@link #isPath} says no
   */
  public static Glob literal(String path) {
    if (!isPath(path)) {
      throw new IllegalArgumentException(
          "expected segments joined by '/', none empty, '.' or '..', found '" + path + "'");
    }
    String text = Escaping.escape(path);
    return new Glob(text, text, path);
  }

  /** Whether the text is a path as patterns match them; {@code ./a}, {@code /a} and "" are not. */
  public static boolean isPath(String text) {
    return PathState.isPath(text);
  }

  /** The pattern as written. */
  public String text() {
    return text;
  }

  /** The path, if the pattern has no wildcard, brackets or braces and so matches exactly one. */
  public Optional<String> literalPath() {
    return Optional.ofNullable(path);
  }

  /** Whether the pattern matches the path. Linear in the path times the pattern at worst. */
  public boolean matches(String candidate) {
    return path != null ? path.equals(candidate) : compiled().matches(candidate);
  }

  /**
   * A path that both patterns match; empty exactly when there is none. It is short, and of
   * characters that the patterns leave open, readable ones are taken.
   */
  public Optional<String> meet(Glob other) {
    return Meeting.witness(this, other);
  }

  /** Whether some path matches both patterns: {@link #meet} without the path. */
  public boolean meets(Glob other) {
    if (path != null || other.path != null) {
      return meet(other).isPresent();
    }
    return equals(other) || compiled().meets(other.compiled());
  }

  /**
   * A path that this pattern matches and no container does; empty only if the containers together
   * match all that this pattern does. Deciding it may take exponential time: after {@link
   * dev.signalbox.limit.Limits#GLOB_ESCAPE_STATES_MAX} states the pattern counts as not contained,
   * and the answer is its {@link #witness()}, which a container may match.
   */
  public Optional<String> escapeFrom(List<Glob> containers) {
    return Meeting.escape(this, containers);
  }

  /** A path that the pattern matches; every pattern has one. */
  public String witness() {
    if (path != null) {
      return path;
    }
    boolean isPlain =
        pattern.indexOf('{') < 0 && pattern.indexOf('[') < 0 && pattern.indexOf('\\') < 0;
    return isPlain
        ? pattern.replace("**", "x").replace('*', 'x').replace('?', 'x')
        : Meeting.witness(this);
  }

  /**
   * The folder in which the pattern names files directly: {@code src/a} for {@code src/a/B.java}
   * and {@code src/a/*.java}. Empty for the root, if a folder's name has a wildcard, and if the
   * pattern reaches several depths. A folder's name with brackets counts as spelled.
   */
  public Optional<String> directParent() {
    if (path == null) {
      return pattern.endsWith(TREE) ? Optional.empty() : compiled().shape().directParent();
    }
    int slash = path.lastIndexOf('/');
    return slash < 0 ? Optional.empty() : Optional.of(path.substring(0, slash));
  }

  /**
   * The deepest folder that every match lies below: {@code src/a} for {@code src/a/B.java} and for
   * <code>src/a/{b,c}/**</code>. Empty for the root.
   */
  public Optional<String> literalFolder() {
    String start = path == null ? compiled().prefix() : path;
    int slash = start.lastIndexOf('/');
    return slash < 1 ? Optional.empty() : Optional.of(start.substring(0, slash));
  }

  Compiled compiled() {
    Compiled known = compiled;
    if (known == null) {
      known = Compiled.of(pattern);
      compiled = known;
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glob glob && glob.pattern.equals(pattern);
  }

  @Override
  public int hashCode() {
    return pattern.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
