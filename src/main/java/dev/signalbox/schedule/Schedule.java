package dev.signalbox.schedule;

import dev.signalbox.plan.PhaseId;
import java.util.List;

/**
 * The batches of a plan and the order in which their work is merged.
 *
 * @param batches in the order of their numbers; every phase is in exactly one
 * @param mergeOrder every phase once: by batch, inside one by the order of the verdicts, or as a
 *     person wishes
 * @param wishes of a person about the merge order, which it follows
 */
public record Schedule(List<Batch> batches, List<PhaseId> mergeOrder, List<MergeWish> wishes) {
  public static final Schedule EMPTY = new Schedule(List.of(), List.of());

  /** As the verdicts have it. */
  public Schedule(List<Batch> batches, List<PhaseId> mergeOrder) {
    this(batches, mergeOrder, List.of());
  }

  public Schedule {
    wishes = List.copyOf(wishes);
    batches = List.copyOf(batches);
    mergeOrder = List.copyOf(mergeOrder);
  }
}
