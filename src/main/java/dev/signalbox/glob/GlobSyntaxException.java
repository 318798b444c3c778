package dev.signalbox.glob;

/**
 * A glob that cannot be read. The message says what was expected and what was found, and where it
 * helps, how to write it instead; it repeats no control character of the pattern.
 */
public final class GlobSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What kind of mistake it is; each has a consequence of its own for the plan's reader. */
  public enum Kind {
    /** Not in the language of {@link Glob}. */
    SYNTAX,
    /**
     * It could leave the repository or be shown as something else: an absolute path, a drive, a
     * home folder, a {@code ..} segment, a control character, a backslash between folders.
     */
    UNSAFE,
    /** Longer or more deeply nested than {@link dev.signalbox.limit.Limits} allows. */
    LIMIT
  }

  private final Kind kind;
  private final int index;

  GlobSyntaxException(Kind kind, int index, String message) {
    super(message);
    this.kind = kind;
    this.index = index;
  }

  static GlobSyntaxException syntax(int index, String message) {
    return new GlobSyntaxException(Kind.SYNTAX, index, message);
  }

  static GlobSyntaxException unsafe(int index, String message) {
    return new GlobSyntaxException(Kind.UNSAFE, index, message);
  }

  /** What kind of mistake it is. */
  public Kind kind() {
    return kind;
  }

  /** Where in the text the problem is, counted from 0 in UTF-16 characters. */
  public int index() {
    return index;
  }
}
