package dev.signalbox.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.Plan;
import dev.signalbox.verdict.PlanText;
import dev.signalbox.verdict.RepositoryFacts;
import dev.signalbox.verdict.VerdictAnalyzer;
import dev.signalbox.verdict.VerdictTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WishedOrderTest {
  private static String phase(String id, String fields) {
    return "## Phase " + id + ": x\n- touches: " + id + "/x, shared.txt\n" + fields;
  }

  private static final String FIVE =
      phase("A", "")
          + phase("B", "")
          + phase("C", "")
          + phase("D", "- after: A\n")
          + phase("E", "- after: A\n");

  private static VerdictTable verdicts(Plan plan) {
    return VerdictAnalyzer.analyze(plan, PlanText.CLASSES, RepositoryFacts.NONE)
        .table()
        .orElseThrow();
  }

  private static WishedOrder.Result of(String text, String... wishes) {
    Plan plan = PlanText.plan(text);
    VerdictTable verdicts = verdicts(plan);
    return WishedOrder.of(
        BatchPlanner.plan(plan, verdicts, 3),
        verdicts,
        Stream.of(wishes).map(WishedOrderTest::wish).toList());
  }

  private static MergeWish wish(String text) {
    String[] ids = text.split("<", -1);
    return new MergeWish(new PhaseId(ids[0]), new PhaseId(ids[1]));
  }

  private static List<String> order(WishedOrder.Result result) {
    assertThat(result.problems()).isEmpty();
    return result.schedule().mergeOrder().stream().map(PhaseId::value).toList();
  }

  @Test
  void whatIsWishedComesFirstAndTheRestStays() {
    assertThat(order(of(FIVE))).containsExactly("A", "B", "C", "D", "E");
    assertThat(order(of(FIVE, "C<A"))).containsExactly("B", "C", "A", "D", "E");
    assertThat(order(of(FIVE, "C<A", "C<B"))).containsExactly("C", "A", "B", "D", "E");
    assertThat(of(FIVE, "C<A").schedule().batches()).isEqualTo(of(FIVE).schedule().batches());
  }

  @Test
  void anOrderThatTheVerdictsSayIsNotTheirs() {
    assertThat(of(FIVE, "D<A").problems())
        .singleElement()
        .asString()
        .startsWith(
            "D merges before A: expected two phases that may run at once, found them in sequence by"
                + " EXPLICIT_ORDER");
    assertThat(of(FIVE, "D<A").schedule()).isEqualTo(of(FIVE).schedule());
    assertThat(of(FIVE, "D<B").problems())
        .containsExactly(
            "D merges before B: expected two phases of one batch, found D in batch 2 and B in"
                + " batch 1");
    assertThat(of(FIVE, "A<A").problems())
        .containsExactly("A merges before A: expected two phases, found one");
  }

  @Test
  void aCircleIsToldWhole() {
    assertThat(of(FIVE, "A<B", "B<C", "C<A").problems())
        .containsExactly(
            "expected an order of the merges, found a circle: A before B before C before A");
    assertThat(of(FIVE, "A<B", "B<A", "D<A").problems()).hasSize(2);
  }

  /** Whatever is wished: it holds, or there is a problem and nothing changes. */
  @Test
  void everyOrderThatIsTakenHoldsAllWishes() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Plan plan = PlanText.plan(FIVE + phase("G", "") + phase("F", "- after: B\n"));
    VerdictTable verdicts = verdicts(plan);
    Schedule schedule = BatchPlanner.plan(plan, verdicts, 4);
    List<PhaseId> ids = schedule.mergeOrder();
    int taken = 0;
    for (int i = 0; i < 2_000; i++) {
      List<MergeWish> wishes = new ArrayList<>();
      for (int j = random.nextInt(4); j >= 0; j--) {
        wishes.add(new MergeWish(pick(ids, random), pick(ids, random)));
      }
      WishedOrder.Result result = WishedOrder.of(schedule, verdicts, wishes);
      List<PhaseId> order = result.schedule().mergeOrder();
      assertThat(order).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(ids);
      if (result.problems().isEmpty()) {
        taken++;
        assertThat(wishes)
            .as("seed %d", seed)
            .allMatch(wish -> order.indexOf(wish.first()) < order.indexOf(wish.next()));
      } else {
        assertThat(result.schedule()).as("seed %d", seed).isEqualTo(schedule);
      }
    }
    assertThat(taken).as("seed %d", seed).isBetween(100, 1_900);
  }

  private static PhaseId pick(List<PhaseId> ids, Random random) {
    return ids.get(random.nextInt(ids.size()));
  }
}
