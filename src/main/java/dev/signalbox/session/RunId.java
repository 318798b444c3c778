package dev.signalbox.session;

import java.util.regex.Pattern;

/**
 * The name of one execution of a plan.
 *
 * @param value 1 to 80 lower-case letters, digits and {@code -}, beginning with a letter or a
 *     digit: safe in a path, a ref name and a command line
 */
public record RunId(String value) implements Comparable<RunId> {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");

  public RunId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("expected a run id, found " + value);
    }
  }

  /** Whether {@code text} may be a run id. */
  public static boolean isValid(String text) {
    return SHAPE.matcher(text).matches();
  }

  @Override
  public int compareTo(RunId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
