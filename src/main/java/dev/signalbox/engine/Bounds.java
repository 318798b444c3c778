package dev.signalbox.engine;

import dev.signalbox.limit.Limits;
import dev.signalbox.plan.Usd;
import java.time.Duration;
import java.util.Optional;

/**
 * The limits of one run.
 *
 * @param parallelMax sessions that run at once
 * @param isRolling whether a phase starts as soon as its prerequisites are merged, without batches
 * @param reviewsMerges whether a person looks at every merge, also where a command checks it
 * @param costCheckpoint above which a person is asked; empty: never
 * @param spendCap at which everything stops and a person is asked; empty: never
 * @param startLimit from the start of a process to the words that confirm it
 * @param stallLimit without output while the agent is not waiting for us
 */
public record Bounds(
    int parallelMax,
    boolean isRolling,
    boolean reviewsMerges,
    Optional<Usd> costCheckpoint,
    Optional<Usd> spendCap,
    Duration startLimit,
    Duration stallLimit) {

  /** The defaults, for a plan's own parallelism and cost checkpoint. */
  public static Bounds of(int parallelMax, Optional<Usd> costCheckpoint) {
    return new Bounds(
        parallelMax,
        false,
        false,
        costCheckpoint,
        Optional.of(new Usd(Limits.SPEND_CAP_CENTS_DEFAULT)),
        Limits.START_LIMIT_DEFAULT,
        Limits.STALL_LIMIT_DEFAULT);
  }
}
