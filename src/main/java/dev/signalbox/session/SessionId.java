package dev.signalbox.session;

import java.util.regex.Pattern;

/**
 * The name of a session inside its run, as the dispatch table shows it: {@code S-A}.
 *
 * @param value {@code S-} and 1 to 8 capital letters: safe in a path and a ref name
 */
public record SessionId(String value) implements Comparable<SessionId> {
  private static final Pattern SHAPE = Pattern.compile("S-[A-Z]{1,8}");

  public SessionId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("expected a session id such as S-A, found " + value);
    }
  }

  /** Whether {@code text} may be a session id. */
  public static boolean isValid(String text) {
    return SHAPE.matcher(text).matches();
  }

  /** In the table's order: {@code S-Z} before {@code S-AA}. */
  @Override
  public int compareTo(SessionId other) {
    int byLength = Integer.compare(value.length(), other.value.length());
    return byLength != 0 ? byLength : value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
