package dev.signalbox.plan.speckit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.error.Position;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PlanSource;
import dev.signalbox.plan.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaskOrderTest {
  private static List<Phase> read(String text) {
    return new SpecKitFormat()
        .read(new PlanSource("tasks.md", List.of(new SourceFile("tasks.md", text))))
        .plan()
        .phases();
  }

  /** Everything that each task waits for, directly or not. */
  private static Map<String, Set<String>> closure(List<Phase> phases) {
    Map<String, Set<String>> before = new HashMap<>();
    for (Phase phase : phases) {
      Set<String> all = new HashSet<>();
      phase
          .scope()
          .after()
          .forEach(ref -> {
            all.add(ref.id().value());
            all.addAll(before.getOrDefault(ref.id().value(), Set.of()));
          });
      before.put(phase.id().value(), all);
    }
    return before;
  }

  /** The rule itself: wait for all that came before, but for what is in one's own run. */
  @Test
  void fewEdgesCarryTheWholeOrder() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      List<Integer> runs = new ArrayList<>();
      int run = 0;
      for (int i = 0; i < 12; i++) {
        if (random.nextInt(4) == 0) {
          text.append("\n## Section\n\n");
          run++;
        }
        boolean isParallel = random.nextInt(3) > 0;
        boolean goesOn = isParallel && !runs.isEmpty() && runs.getLast() == run;
        run += goesOn ? 0 : 1;
        runs.add(isParallel ? run : run++);
        text.append("- [ ] T%03d %s x\n".formatted(i, isParallel ? "[P]" : ""));
      }
      List<Phase> phases = read(text.toString());
      Map<String, Set<String>> before = closure(phases);
      for (int i = 0; i < runs.size(); i++) {
        Set<String> expected = new HashSet<>();
        for (int j = 0; j < i; j++) {
          if (!runs.get(j).equals(runs.get(i))) {
            expected.add("T%03d".formatted(j));
          }
        }
        assertThat(before.get("T%03d".formatted(i)))
            .as("seed %d%n%s", seed, text)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void twoVeryLongRunsAreJoinedByOneTask() {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 400; i++) {
      text.append(i == 201 ? "## Next\n" : "").append("- [ ] T%d [P] x\n".formatted(i));
    }
    List<Phase> phases = read(text.toString());
    assertThat(phases.get(200).scope().after()).hasSize(200);
    assertThat(phases.get(399).scope().after())
        .singleElement()
        .satisfies(ref -> assertThat(ref.id()).hasToString("T201"));
    assertThat(closure(phases).get("T400")).hasSize(201);
  }

  @Test
  void aCycleOfStatedOrdersIsLeftToTheCheck() {
    List<Phase> phases =
        read("- [ ] T001 a (depends on T002)\n- [ ] T002 b (depends on T001)\n- [ ] T003 c\n");
    assertThat(phases).hasSize(3);
    assertThat(phases.get(0).scope().after().stream().map(ref -> ref.id().value()))
        .contains("T002");
    assertThat(phases.get(1).scope().after().stream().map(ref -> ref.id().value()))
        .contains("T001");
  }

  @Test
  void aTaskThatTheDocumentLacksIsStillWaitedFor() {
    List<Phase> phases = read("- [ ] T001 a (depends on T099)\n");
    assertThat(phases.getFirst().scope().after())
        .singleElement()
        .satisfies(ref -> assertThat(ref.position()).isEqualTo(new Position("tasks.md", 1, 26)));
  }
}
