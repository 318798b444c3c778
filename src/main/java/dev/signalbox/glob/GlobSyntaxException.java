package dev.signalbox.glob;

/** A glob that cannot be read. The message says what was expected and what was found. */
public final class GlobSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int index;

  /** What is wrong with it. */
  public enum Kind {
    SYNTAX,
    UNSAFE,
    LIMIT
  }

  public Kind kind() {
    return Kind.SYNTAX;
  }

  GlobSyntaxException(int index, String message) {
    super(message);
    this.index = index;
  }

  /** Where in the text the problem is, counted from 0 in UTF-16 characters. */
  public int index() {
    return index;
  }
}
