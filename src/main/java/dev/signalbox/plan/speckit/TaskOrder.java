package dev.signalbox.plan.speckit;

import dev.signalbox.error.Position;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.PhaseRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which tasks wait for which.
 *
 * <p>spec-kit's rule: the document is worked from top to bottom, and only an unbroken run of
 * parallel tasks is worked at once. So the document is a sequence of steps, each a single task or a
 * run, and every task of a step waits for every task of the step before; all else follows from
 * that. A task that is said to wait for a later one takes its turn after that one.
 *
 * <p>Stated relations are kept even where the steps already say as much: they are the author's
 * word, the steps only the format's rule.
 */
final class TaskOrder {
  /** Each pass carries a later turn on by at least one relation; nobody states longer chains. */
  private static final int PASSES_MAX = 64;

  private final List<SpecTask> tasks;
  private final Map<String, Integer> byId = new HashMap<>();
  private final List<Relation> relations;
  private final List<Map<PhaseId, Position>> after = new ArrayList<>();
  private int stated;

  /**
   * An order.
   *
   * @param relations a task that the document does not have may come first, never last
   */
  TaskOrder(List<SpecTask> tasks, List<Relation> relations) {
    this.tasks = tasks;
    this.relations = relations;
    for (int i = 0; i < tasks.size(); i++) {
      byId.putIfAbsent(tasks.get(i).id().text(), i);
      after.add(new LinkedHashMap<>());
    }
    addSteps();
    addStated();
  }

  /** What the task at {@code index} waits for. */
  List<PhaseRef> after(int index) {
    return after.get(index).entrySet().stream()
        .map(entry -> new PhaseRef(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Pairs of tasks whose order the document states in words; each pair once. */
  int stated() {
    return stated;
  }

  private void addStated() {
    Set<List<PhaseId>> seen = new HashSet<>();
    for (Relation relation : relations) {
      PhaseId first = new PhaseId(relation.first().text());
      PhaseId then = new PhaseId(relation.then().text());
      Integer index = byId.get(then.value());
      if (index != null && seen.add(List.of(first, then))) {
        after.get(index).put(first, relation.at());
      }
    }
    stated = seen.size();
  }

  private void addSteps() {
    List<Integer> before = List.of();
    List<Integer> step = new ArrayList<>();
    for (int index : turns()) {
      if (!step.isEmpty() && !isOneRun(step.getLast(), index)) {
        join(before, step);
        before = step;
        step = new ArrayList<>();
      }
      step.add(index);
    }
    join(before, step);
  }

  private boolean isOneRun(int a, int b) {
    return tasks.get(a).isParallel() && tasks.get(a).run() == tasks.get(b).run();
  }

  /** Between two very long runs the later one's first task stands in for the barrier. */
  private void join(List<Integer> before, List<Integer> step) {
    boolean isHuge = (long) before.size() * step.size() > Limits.BARRIER_EDGES_MAX;
    for (int index : step) {
      boolean waitsForFirst = isHuge && index != step.getFirst();
      for (int prior : waitsForFirst ? step.subList(0, 1) : before) {
        if (!phase(prior).equals(phase(index))) {
          after.get(index).put(phase(prior), tasks.get(index).line().at());
        }
      }
    }
  }

  private PhaseId phase(int index) {
    return new PhaseId(tasks.get(index).id().text());
  }

  /** The tasks in the order of their turns: the document's, but for stated exceptions. */
  private List<Integer> turns() {
    int[] turn = IntStream.range(0, tasks.size()).toArray();
    boolean moved = true;
    for (int pass = 0; moved && pass < PASSES_MAX; pass++) {
      moved = false;
      for (Relation relation : relations) {
        Integer first = byId.get(relation.first().text());
        Integer then = byId.get(relation.then().text());
        if (first != null && then != null && turn[then] < turn[first]) {
          turn[then] = turn[first];
          moved = true;
        }
      }
    }
    return IntStream.range(0, tasks.size())
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(index -> turn[index])
                .thenComparing(index -> turn[index] != index)
                .thenComparing(index -> index))
        .toList();
  }
}
