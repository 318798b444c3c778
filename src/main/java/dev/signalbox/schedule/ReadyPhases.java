package dev.signalbox.schedule;

import dev.signalbox.limit.Limits;
import dev.signalbox.verdict.VerdictTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Phases that could start now, the longest remaining path first, ties in the plan's order. */
final class ReadyPhases {
  private final VerdictTable table;
  private final long[] remaining;
  private final PriorityQueue<Integer> queue;

  ReadyPhases(VerdictTable table, long[] remaining) {
    this.table = table;
    this.remaining = remaining;
    this.queue =
        new PriorityQueue<>(
            Comparator.<Integer>comparingLong(phase -> -remaining[phase])
                .thenComparing(Comparator.naturalOrder()));
  }

  void add(int phase) {
    queue.add(phase);
  }

  /** Takes at most {@code count} phases for one batch. */
  List<Integer> take(int count) {
    List<Integer> batch = new ArrayList<>(count);
    while (batch.size() < count && !queue.isEmpty()) {
      batch.add(next(batch));
    }
    return batch;
  }

  /**
   * The best phase; of several with an equal path the first that shares nothing with the batch, so
   * that a merge order is needed as rarely as possible.
   */
  private int next(List<Integer> batch) {
    int head = queue.remove();
    List<Integer> passed = new ArrayList<>();
    int candidate = head;
    while (sharesWith(batch, candidate)) {
      passed.add(candidate);
      Integer peeked = queue.peek();
      boolean isEqual = peeked != null && remaining[peeked] == remaining[head];
      if (!isEqual || passed.size() == Limits.BATCH_CANDIDATES_MAX) {
        candidate = head;
        passed.removeFirst();
        break;
      }
      candidate = queue.remove();
    }
    queue.addAll(passed);
    return candidate;
  }

  private boolean sharesWith(List<Integer> batch, int phase) {
    return batch.stream().anyMatch(member -> table.share(member, phase));
  }
}
