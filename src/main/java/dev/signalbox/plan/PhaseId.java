package dev.signalbox.plan;

/**
 * The name of a phase inside its plan, such as {@code 1A} or {@code T014}.
 *
 * @param value 1 to 64 letters, digits, {@code .}, {@code _} or {@code -}, beginning with a letter
 *     or a digit: safe in a file name, a branch name and a command line
 */
public record PhaseId(String value) implements Comparable<PhaseId> {
  private static final int CHARS_MAX = 64;

  public PhaseId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("expected a phase id, found " + value);
    }
  }

  /** Whether {@code text} may be a phase id. */
  public static boolean isValid(String text) {
    return Words.isWord(text, CHARS_MAX, "._-");
  }

  @Override
  public int compareTo(PhaseId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
