package dev.signalbox.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * Who works on which issue: of any number of racing claimers, in any number of processes, exactly
 * one wins.
 *
 * <p>Time comes from the caller, so that a clock set back cannot surprise a test; all processes on
 * one machine share the clock that leases are judged by.
 */
public interface Claims extends AutoCloseable {

  /**
   * Claims an issue that is free, or whose lease ended at or before {@code now}. The present holder
   * gets its own claim again with the same fencing number and the new lease, so that the step may
   * be repeated after a kill.
   *
   * @param holder who claims: a word that nobody else uses, not empty
   * @param until the end of the lease, after {@code now}
   */
  ClaimOutcome acquire(ClaimKey key, String holder, Instant now, Instant until);

  /** Prolongs the lease, if the claim still is this holder's with this number. */
  ClaimRenewal renew(ClaimKey key, String holder, long fencing, Instant until);

  /**
   * Raises the number of a claim that others, elsewhere, have counted further. False when the claim
   * is not this holder's with this number any more.
   *
   * @param to the new number; a lower one changes nothing
   */
  boolean raise(ClaimKey key, String holder, long fencing, long to);

  /** Gives the issue back. False when the claim is not this holder's with this number any more. */
  boolean release(ClaimKey key, String holder, long fencing);

  /** Who has the issue, with an ended lease too; empty when nobody does. */
  Optional<ClaimOutcome.Held> holder(ClaimKey key);

  @Override
  void close();
}
