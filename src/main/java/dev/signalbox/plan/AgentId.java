package dev.signalbox.plan;

/**
 * The key of an agent in the catalogue, such as {@code claude}.
 *
 * @param value 1 to 32 letters, digits, {@code .}, {@code _} or {@code -}
 */
public record AgentId(String value) {
  private static final int CHARS_MAX = 32;

  public AgentId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("expected an agent id, found " + value);
    }
  }

  /** Whether {@code text} may be an agent id. */
  public static boolean isValid(String text) {
    return Words.isWord(text, CHARS_MAX, "._-");
  }

  @Override
  public String toString() {
    return value;
  }
}
