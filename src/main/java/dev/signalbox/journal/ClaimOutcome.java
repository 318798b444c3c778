package dev.signalbox.journal;

import java.time.Instant;

/** Whether an issue could be claimed. Times are kept to the millisecond. */
public sealed interface ClaimOutcome {

  /**
   * It is the caller's.
   *
   * @param fencing rises with each change of holder: who acts for an older number is too late
   */
  record Acquired(long fencing) implements ClaimOutcome {}

  /** Somebody else has it. */
  record Held(String holder, Instant since, Instant until) implements ClaimOutcome {}

  /**
   * Nobody knows: whoever has to be asked did not answer. The caller has nothing, and may ask
   * again.
   *
   * @param reason what was expected and found, for a person
   * @param mayPass whether asking again later can help
   */
  record Unknown(String reason, boolean mayPass) implements ClaimOutcome {}
}
