package dev.signalbox.report;

import dev.signalbox.approval.Gate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A question to a person.
 *
 * @param answer empty while it is open, or when it lost its object; a table that was revised has
 *     one, too
 * @param closed when it was decided or withdrawn; empty while it is open
 */
public record Asked(Gate gate, Instant opened, Optional<Answer> answer, Optional<Instant> closed) {

  /** What a person decided. */
  public record Answer(String who, String words) {}

  /** How long it was open, up to {@code now} if it still is. */
  Duration open(Instant now) {
    return Duration.between(opened, closed.orElse(now));
  }
}
