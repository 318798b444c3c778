package dev.signalbox.engine;

import java.time.Instant;
import java.util.List;

/**
 * Reviewers elsewhere who are waited for in a round.
 *
 * @param number the sequence of the fact that began it: the key under which they are asked once
 * @param since when it began
 * @param reviewers their names in the record, also of those who have been heard
 */
public record Awaiting(long number, Instant since, List<String> reviewers, Asking asking) {
  public Awaiting {
    reviewers = List.copyOf(reviewers);
  }

  /** How far it is that those who do not come by themselves are asked. */
  public sealed interface Asking {
    /** Nobody has to be asked. */
    record None() implements Asking {}

    /** They are being asked. */
    record Begun(long cause) implements Asking {}

    /** They could not be asked, and will be again at the next look at the pull request. */
    record Failed(String reason) implements Asking {}

    /** They are asked. */
    record Done() implements Asking {}
  }

  Awaiting in(Asking next) {
    return new Awaiting(number, since, reviewers, next);
  }
}
