package dev.signalbox.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.Plan;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VerdictReferenceTest {
  private static final int SEEDS = 3_000;

  @Test
  void decidesEveryPairOfRandomPlansAsThePlainDecisionTreeDoes() {
    Map<Rule, Integer> seen = new EnumMap<>(Rule.class);
    for (int seed = 0; seed < SEEDS; seed++) {
      Plan plan = RandomPlan.dense(new Random(seed));
      ReferenceRules reference = new ReferenceRules(plan);
      VerdictAnalyzer.Result result =
          VerdictAnalyzer.analyze(plan, PlanText.CLASSES, RepositoryFacts.NONE);
      assertThat(result.table().isPresent())
          .as("seed %d: an order is possible", seed)
          .isEqualTo(reference.rule(0, 1).isPresent());
      if (result.table().isPresent()) {
        compare(seed, result.table().get(), reference, seen);
      }
    }
    assertThat(seen.keySet()).as("every rule was met").containsExactly(Rule.values());
  }

  private static void compare(
      int seed, VerdictTable table, ReferenceRules reference, Map<Rule, Integer> seen) {
    long shown = 0;
    for (int a = 0; a < table.size(); a++) {
      for (int b = a + 1; b < table.size(); b++) {
        Rule rule = reference.rule(a, b).orElseThrow();
        seen.merge(rule, 1, Integer::sum);
        assertThat(table.verdict(a, b).rule()).as("seed %d: %d and %d", seed, a, b).isEqualTo(rule);
        boolean isShown = rule != Rule.INDEPENDENT && rule != Rule.IMPLIED_ORDER;
        shown += isShown ? 1 : 0;
        checkOrder(seed, table, a, b);
      }
    }
    VerdictTable.Pairs pairs = table.pairs(false, 3);
    assertThat(pairs.listed().size() + pairs.omitted())
        .as("seed %d: pairs counted", seed)
        .isEqualTo(shown);
    assertThat(table.pairs(false, 1_000).listed())
        .as("seed %d: pairs listed", seed)
        .hasSize((int) shown)
        .allMatch(pair -> pair.rule() != Rule.INDEPENDENT && pair.rule() != Rule.IMPLIED_ORDER);
  }

  /** A prerequisite always ranks before what waits for it. */
  private static void checkOrder(int seed, VerdictTable table, int a, int b) {
    for (int before : table.prerequisites(b)) {
      assertThat(table.rank(before))
          .as("seed %d: %d before %d", seed, before, b)
          .isLessThan(table.rank(b));
    }
    for (int before : table.prerequisites(a)) {
      assertThat(table.rank(before))
          .as("seed %d: %d before %d", seed, before, a)
          .isLessThan(table.rank(a));
    }
  }
}
