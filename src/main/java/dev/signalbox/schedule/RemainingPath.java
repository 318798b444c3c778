package dev.signalbox.schedule;

import dev.signalbox.limit.Limits;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.Plan;
import dev.signalbox.verdict.VerdictTable;
import java.util.List;

/** How many minutes of work wait behind each phase, itself included: the longest path. */
final class RemainingPath {
  private RemainingPath() {}

  /** Minutes per phase index. */
  static long[] minutes(Plan plan, VerdictTable table) {
    int size = table.size();
    int[] byRank = new int[size];
    for (int phase = 0; phase < size; phase++) {
      byRank[table.rank(phase)] = phase;
    }
    long[] behind = new long[size];
    long[] remaining = new long[size];
    List<Phase> phases = plan.phases();
    for (int rank = size - 1; rank >= 0; rank--) {
      int phase = byRank[rank];
      remaining[phase] = behind[phase] + minutes(phases.get(phase));
      for (int before : table.prerequisites(phase)) {
        behind[before] = Math.max(behind[before], remaining[phase]);
      }
    }
    return remaining;
  }

  private static int minutes(Phase phase) {
    return phase.handling().estimate().minutes().orElse(Limits.ESTIMATE_MINUTES_DEFAULT);
  }
}
