package dev.signalbox.plan;

/**
 * The tracker's key of an issue, such as {@code SHOP-101} or {@code owner/repo#12}.
 *
 * @param value 1 to 128 letters, digits, {@code .}, {@code _}, {@code -}, {@code /} or {@code #},
 *     beginning with a letter, a digit or {@code #}
 */
public record IssueId(String value) {
  private static final int CHARS_MAX = 128;

  public IssueId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("expected an issue id, found " + value);
    }
  }

  /** Whether {@code text} may be an issue id. */
  public static boolean isValid(String text) {
    String word = text.startsWith("#") ? text.substring(1) : text;
    return Words.isWord(word, CHARS_MAX, "._-/#");
  }

  @Override
  public String toString() {
    return value;
  }
}
