package dev.signalbox.remote;

/**
 * Requests to trackers and forges.
 *
 * @param counted those that count against what an account may do, repeats too
 * @param unchanged those that a service answered with "not modified" and does not count
 */
public record Requests(long counted, long unchanged) {
  /** None at all. */
  public static final Requests NONE = new Requests(0, 0);

  /** Both together. */
  public Requests plus(Requests more) {
    return new Requests(counted + more.counted, unchanged + more.unchanged);
  }

  /** Whether there was any. */
  public boolean isAny() {
    return counted + unchanged > 0;
  }
}
