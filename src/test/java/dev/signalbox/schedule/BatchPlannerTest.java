package dev.signalbox.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.Plan;
import dev.signalbox.verdict.PlanText;
import dev.signalbox.verdict.RandomPlan;
import dev.signalbox.verdict.RepositoryFacts;
import dev.signalbox.verdict.Rule;
import dev.signalbox.verdict.Verdict;
import dev.signalbox.verdict.VerdictAnalyzer;
import dev.signalbox.verdict.VerdictTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BatchPlannerTest {
  private static final double MEDIAN_RATIO_MAX = 1.1;

  private static Optional<VerdictTable> table(Plan plan) {
    return VerdictAnalyzer.analyze(plan, PlanText.CLASSES, RepositoryFacts.NONE).table();
  }

  private static List<List<String>> batches(String text) {
    Plan plan = PlanText.plan(text);
    return BatchPlanner.plan(plan, table(plan).orElseThrow(), 3).batches().stream()
        .map(batch -> batch.phases().stream().map(PhaseId::value).toList())
        .toList();
  }

  private static String phase(String id, String fields) {
    return "## Phase " + id + ": x\n- touches: " + id + "/x\n" + fields;
  }

  @Test
  void spreadsFourIndependentPhasesEvenly() {
    assertThat(batches(phase("A", "") + phase("B", "") + phase("C", "") + phase("D", "")))
        .containsExactly(List.of("A", "B"), List.of("C", "D"));
  }

  @Test
  void spreadsSevenIndependentPhasesEvenly() {
    StringBuilder plan = new StringBuilder();
    for (String id : List.of("A", "B", "C", "D", "E", "F", "G")) {
      plan.append(phase(id, ""));
    }
    assertThat(batches(plan.toString())).extracting(List::size).containsExactly(3, 2, 2);
  }

  @Test
  void startsTheLongestRemainingPathFirst() {
    assertThat(
            batches(
                phase("A", "- estimate: 10m\n")
                    + phase("B", "- estimate: 20m\n")
                    + phase("C", "- estimate: 30m\n")
                    + phase("D", "- estimate: 5m\n")
                    + phase("E", "- estimate: 90m\n- after: D\n")))
        .containsExactly(List.of("B", "C", "D"), List.of("A", "E"));
  }

  @Test
  void prefersPhasesThatShareNothing() {
    assertThat(
            batches(
                """
                ## Phase A: x
                - touches: s/x
                ## Phase B: x
                - touches: s/x
                ## Phase C: x
                - touches: c/x
                ## Phase D: x
                - touches: d/x
                """))
        .containsExactly(List.of("A", "C"), List.of("B", "D"));
  }

  @Test
  void neverBreaksARuleOnRandomPlans() {
    for (int seed = 0; seed < 1_500; seed++) {
      Plan plan = RandomPlan.dense(new Random(seed));
      Optional<VerdictTable> table = table(plan);
      int cap = 1 + seed % 4;
      if (table.isPresent()) {
        check(seed, plan, table.get(), BatchPlanner.plan(plan, table.get(), cap), cap);
      }
    }
  }

  private static void check(int seed, Plan plan, VerdictTable table, Schedule schedule, int cap) {
    Map<PhaseId, Integer> batchOf = new HashMap<>();
    for (Batch batch : schedule.batches()) {
      assertThat(batch.phases()).as("seed %d", seed).hasSizeBetween(1, cap);
      batch.phases().forEach(id -> batchOf.put(id, batch.number()));
    }
    assertThat(schedule.mergeOrder())
        .as("seed %d", seed)
        .hasSize(plan.phases().size())
        .doesNotHaveDuplicates();
    for (int a = 0; a < table.size(); a++) {
      PhaseId one = plan.phases().get(a).id();
      for (int before : table.prerequisites(a)) {
        PhaseId earlier = plan.phases().get(before).id();
        assertThat(batchOf.get(earlier))
            .as("seed %d: %s before %s", seed, earlier, one)
            .isLessThan(batchOf.get(one));
        assertThat(schedule.mergeOrder().indexOf(earlier))
            .isLessThan(schedule.mergeOrder().indexOf(one));
      }
      for (int b = a + 1; b < table.size(); b++) {
        if (table.verdict(a, b).verdict() == Verdict.SEQUENTIAL) {
          PhaseId other = plan.phases().get(b).id();
          assertThat(batchOf.get(one))
              .as("seed %d: %s and %s", seed, one, other)
              .isNotEqualTo(batchOf.get(other));
          boolean isFirst = table.rank(a) < table.rank(b);
          assertThat(batchOf.getOrDefault(one, 0) < batchOf.getOrDefault(other, 0))
              .as("seed %d: order of %s and %s", seed, one, other)
              .isEqualTo(isFirst);
        }
      }
    }
  }

  @Test
  void needsFewMoreBatchesThanTheLowerBounds() {
    List<Double> ratios = new ArrayList<>();
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Plan plan = RandomPlan.sparse(random, 5 + random.nextInt(150));
      VerdictTable table = table(plan).orElseThrow();
      int batches = BatchPlanner.plan(plan, table, 3).batches().size();
      ratios.add((double) batches / lowerBound(table, 3));
    }
    Collections.sort(ratios);
    double median = ratios.get(ratios.size() / 2);
    System.err.printf(
        "batches to lower bound over %d plans: median %.3f, 90%% %.3f, worst %.3f%n",
        ratios.size(), median, ratios.get(ratios.size() * 9 / 10), ratios.getLast());
    assertThat(median).isBetween(1.0, MEDIAN_RATIO_MAX);
  }

  /** No plan can do with fewer: full batches, the longest chain, the largest group apart. */
  private static int lowerBound(VerdictTable table, int cap) {
    int size = table.size();
    int[] byRank = new int[size];
    for (int phase = 0; phase < size; phase++) {
      byRank[table.rank(phase)] = phase;
    }
    int[] depth = new int[size];
    int chain = 1;
    for (int phase : byRank) {
      depth[phase] = 1;
      for (int before : table.prerequisites(phase)) {
        // Exclusions have no direction of their own: only stated and derived edges make a chain.
        if (table.verdict(before, phase).rule().compareTo(Rule.RESEARCH_FIRST) <= 0) {
          depth[phase] = Math.max(depth[phase], depth[before] + 1);
        }
      }
      chain = Math.max(chain, depth[phase]);
    }
    int clique = 1;
    for (int phase = 0; phase < size; phase++) {
      clique = Math.max(clique, cliqueFrom(table, phase));
    }
    return Math.max(Math.max(Math.ceilDiv(size, cap), chain), clique);
  }

  /** A group of phases every two of which are SEQUENTIAL, found greedily. */
  private static int cliqueFrom(VerdictTable table, int start) {
    List<Integer> members = new ArrayList<>(List.of(start));
    for (int phase = start + 1; phase < table.size(); phase++) {
      int candidate = phase;
      if (members.stream()
          .allMatch(m -> table.verdict(m, candidate).verdict() == Verdict.SEQUENTIAL)) {
        members.add(candidate);
      }
    }
    return members.size();
  }
}
