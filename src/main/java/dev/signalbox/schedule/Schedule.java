package dev.signalbox.schedule;

import dev.signalbox.plan.PhaseId;
import java.util.List;

/**
 * The batches of a plan and the order in which their work is merged.
 *
 * @param batches in the order of their numbers; every phase is in exactly one
 * @param mergeOrder every phase once: by batch, inside one by the order of the verdicts
 */
public record Schedule(List<Batch> batches, List<PhaseId> mergeOrder) {
  public static final Schedule EMPTY = new Schedule(List.of(), List.of());

  public Schedule {
    batches = List.copyOf(batches);
    mergeOrder = List.copyOf(mergeOrder);
  }
}
