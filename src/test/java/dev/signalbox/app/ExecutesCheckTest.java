package dev.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code executes:} may name; whatever is wrong in a plan is told at once, with its place. */
class ExecutesCheckTest {
  @TempDir private Path folder = Path.of("");
  private Checkout repository = new Checkout(folder);

  @BeforeEach
  void start() {
    repository = Checkout.in(folder);
  }

  /** The errors of a plan, without the file's name. */
  private List<String> errors(String plan) {
    Run run =
        Run.of("check", repository.write("p.md", plan.getBytes(StandardCharsets.UTF_8)).toString());
    assertThat(run.exit()).isEqualTo(run.out().contains("Error [") ? 2 : 0);
    return run.out()
        .lines()
        .filter(line -> line.startsWith("Error ["))
        .map(line -> line.replace(folder + "/p.md:", "").substring("Error ".length()))
        .toList();
  }

  @Test
  void aPhaseThatRecommendsAndTwoThatExecuteIt() {
    assertThat(
            errors(
                """
                ## Phase 1A: a
                - deliverable: analysis
                ## Phase 2A: b
                - touches: b/**
                - executes: 1A
                ## Phase 2B: c
                - touches: c/**
                - executes: 1A
                """))
        .isEmpty();
  }

  @Test
  void everythingThatIsWrongIsToldWithItsPlace() {
    assertThat(
            errors(
                """
                ## Phase A: a
                - deliverable: analysis
                ## Phase B: b
                - executes: Z
                ## Phase C: c
                - executes: C
                ## Phase D: d
                - executes: E
                ## Phase E: e
                - touches: e
                ## Phase F: f
                - executes: A
                - executes: B
                ## Phase G: g
                - deliverable: analysis
                - touches: docs/**
                ## Phase H: h
                - executes: G
                ## Phase I: i
                - executes: A, G
                """))
        .containsExactly(
            "[PLAN_PHASE_UNKNOWN]: 4:13: expected a phase of this plan in executes:, found Z",
            "[PLAN_CYCLE]: 6:13: expected phases to form no cycle, found C → C",
            "[PLAN_EXECUTES_INVALID]: 6:13: expected another phase in executes:, found C itself",
            "[PLAN_EXECUTES_INVALID]: 8:13: expected E to only recommend, since D executes what is"
                + " approved of that, found a phase that makes code",
            "[PLAN_KEY_REPEATED]: 13:3: expected executes once in phase F, found it again",
            "[PLAN_EXECUTES_INVALID]: 18:13: expected G to only recommend, since H executes what is"
                + " approved of that, found an analysis that changes files",
            "[PLAN_PHASE_ID_INVALID]: 20:13: expected a phase id such as 1A, found A, G");
  }

  @Test
  void whatIsExecutedComesFirst() {
    assertThat(
            errors(
                """
                ## Phase A: a
                - deliverable: analysis
                - after: B
                ## Phase B: b
                - touches: b
                - executes: A
                """))
        .containsExactly("[PLAN_CYCLE]: 6:13: expected phases to form no cycle, found A → B → A");
  }
}
