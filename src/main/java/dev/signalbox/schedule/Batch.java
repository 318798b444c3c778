package dev.signalbox.schedule;

import dev.signalbox.plan.PhaseId;
import java.util.List;

/**
 * Phases dispatched together; the next batch starts when all of them are merged, failed or
 * abandoned and a person has passed the checkpoint.
 *
 * @param number counted from 1
 * @param phases in merge order; never empty, no two of them SEQUENTIAL
 */
public record Batch(int number, List<PhaseId> phases) {
  public Batch {
    phases = List.copyOf(phases);
  }
}
