package dev.signalbox.report;

import dev.signalbox.view.WaitedFor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A time in which a session did one thing.
 *
 * @param waits what it waited for
 * @param until later than {@code from}
 */
public record Stretch(Activity activity, List<WaitedFor> waits, Instant from, Instant until) {
  public Stretch {
    waits = List.copyOf(waits);
  }

  Duration length() {
    return Duration.between(from, until);
  }

  /** How long both last together; zero if they do not meet. */
  Duration overlap(Stretch other) {
    Instant start = from.isAfter(other.from) ? from : other.from;
    Instant end = until.isBefore(other.until) ? until : other.until;
    return start.isBefore(end) ? Duration.between(start, end) : Duration.ZERO;
  }
}
