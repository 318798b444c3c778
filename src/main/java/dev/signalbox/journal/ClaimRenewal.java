package dev.signalbox.journal;

/** What came of prolonging a claim. */
public sealed interface ClaimRenewal {

  /** It still is the caller's, as everybody who counts can see. */
  record Renewed() implements ClaimRenewal {}

  /**
   * It is not the caller's any more.
   *
   * @param holder who has the issue now; empty where nobody does, or nobody knows
   */
  record Lost(String holder) implements ClaimRenewal {}

  /**
   * Nobody answered, and the lease that others see has run out: it may be another's by now.
   *
   * @param reason for a person
   */
  record Doubtful(String reason) implements ClaimRenewal {}
}
