package dev.signalbox.report;

import dev.signalbox.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A session's course.
 *
 * @param stretches in time's order, none of them empty
 * @param merged when its work came into the base
 */
public record Lane(SessionId session, List<Stretch> stretches, Optional<Instant> merged) {
  public Lane {
    stretches = List.copyOf(stretches);
  }

  /** How long it did that, in all. */
  Duration time(Predicate<Activity> which) {
    return stretches.stream()
        .filter(stretch -> which.test(stretch.activity()))
        .map(Stretch::length)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** How long both were being worked on at the same time. */
  Duration beside(Lane other) {
    Duration sum = Duration.ZERO;
    for (Stretch mine : stretches) {
      for (Stretch theirs : other.stretches) {
        if (mine.activity().isWork() && theirs.activity().isWork()) {
          sum = sum.plus(mine.overlap(theirs));
        }
      }
    }
    return sum;
  }
}
