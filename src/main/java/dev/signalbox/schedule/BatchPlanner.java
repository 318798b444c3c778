package dev.signalbox.schedule;

import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.Plan;
import dev.signalbox.verdict.VerdictTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Packs phases into batches (design section 4).
 *
 * <p>List scheduling: a phase is ready when all that it must follow is in earlier batches, and
 * verdicts order every SEQUENTIAL pair, so ready phases never exclude each other. Among the ready
 * the longest remaining path goes first. A second pass spreads the phases evenly over as many
 * batches as the first pass needed, and is kept where it needs no more.
 */
public final class BatchPlanner {
  private final VerdictTable table;
  private final long[] remaining;
  private final int[][] successors;
  private final int maxParallel;

  private BatchPlanner(Plan plan, VerdictTable table, int maxParallel) {
    this.table = table;
    this.maxParallel = maxParallel;
    this.remaining = RemainingPath.minutes(plan, table);
    this.successors = successors(table);
  }

  /**
   * The batches of a plan.
   *
   * @param maxParallel the largest batch, from 1
   */
  public static Schedule plan(Plan plan, VerdictTable table, int maxParallel) {
    BatchPlanner planner = new BatchPlanner(plan, table, maxParallel);
    List<List<Integer>> packed = planner.pack(Integer.MAX_VALUE);
    List<List<Integer>> even = planner.pack(packed.size());
    return planner.schedule(plan, even.size() <= packed.size() ? even : packed);
  }

  private static int[][] successors(VerdictTable table) {
    int size = table.size();
    int[] counts = new int[size];
    for (int phase = 0; phase < size; phase++) {
      for (int before : table.prerequisites(phase)) {
        counts[before]++;
      }
    }
    int[][] successors = new int[size][];
    for (int phase = 0; phase < size; phase++) {
      successors[phase] = new int[counts[phase]];
    }
    for (int phase = size - 1; phase >= 0; phase--) {
      for (int before : table.prerequisites(phase)) {
        successors[before][--counts[before]] = phase;
      }
    }
    return successors;
  }

  /**
   * One pass of list scheduling.
   *
   * @param batches over how many batches the phases are to be spread; a large number packs them as
   *     tightly as they go
   */
  private List<List<Integer>> pack(int batches) {
    int left = table.size();
    int[] open = new int[left];
    ReadyPhases ready = new ReadyPhases(table, remaining);
    for (int phase = 0; phase < open.length; phase++) {
      open[phase] = table.prerequisites(phase).length;
      if (open[phase] == 0) {
        ready.add(phase);
      }
    }
    List<List<Integer>> packed = new ArrayList<>();
    while (left > 0) {
      List<Integer> batch = ready.take(quota(left, batches - packed.size()));
      packed.add(batch);
      left -= batch.size();
      for (int phase : batch) {
        for (int next : successors[phase]) {
          if (--open[next] == 0) {
            ready.add(next);
          }
        }
      }
    }
    return packed;
  }

  private int quota(int left, int batchesLeft) {
    if (batchesLeft <= 0 || batchesLeft > table.size()) {
      return maxParallel;
    }
    return Math.min(maxParallel, Math.ceilDiv(left, batchesLeft));
  }

  private Schedule schedule(Plan plan, List<List<Integer>> packed) {
    List<Batch> batches = new ArrayList<>();
    List<PhaseId> mergeOrder = new ArrayList<>();
    for (List<Integer> members : packed) {
      List<PhaseId> ids =
          members.stream()
              .sorted(Comparator.comparingInt(table::rank))
              .map(phase -> plan.phases().get(phase).id())
              .toList();
      batches.add(new Batch(batches.size() + 1, ids));
      mergeOrder.addAll(ids);
    }
    return new Schedule(batches, mergeOrder);
  }
}
