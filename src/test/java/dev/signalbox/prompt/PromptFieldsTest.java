package dev.signalbox.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.Problem;
import dev.signalbox.launch.PhaseSketch;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanHeader;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptFieldsTest {
  private static final PlanHeader BARE = PlanHeader.untitled("plan.md", "Plan");
  private static final Phase EMPTY = PhaseSketch.titled("").build();

  @Test
  void aFullPhaseLacksNothing() {
    PromptContext full = PromptSketch.pair();
    assertThat(PromptFields.missing(full.header(), full.phase(), IssueHome.TRACKER)).isEmpty();
  }

  @Test
  void everyMissingFieldIsNamedAtThePhase() {
    List<Problem> problems = PromptFields.missing(BARE, EMPTY, IssueHome.TRACKER);
    assertThat(problems)
        .extracting(Problem::message)
        .containsExactly(
            "expected the master issue for the prompt, found none",
            "phase 1A: expected an issue in the tracker for the prompt, found none",
            "phase 1A: expected context bullets for the prompt, found none",
            "phase 1A: expected an execution mode for the prompt, found none;"
                + " a proposed one stands for it",
            "phase 1A: expected tasks for the prompt, found none",
            "phase 1A: expected a deliverable for the prompt, found none");
    assertThat(problems)
        .allSatisfy(problem -> {
          assertThat(problem.code()).isEqualTo(ErrorCode.PLAN_PROMPT_FIELD_MISSING);
          assertThat(problem.position()).isEqualTo(PhaseSketch.POSITION);
          assertThat(problem.hint()).startsWith("add ").doesNotEndWith(".");
        });
  }

  @Test
  void onlyTheModeHasAStandInAndIsAWarning() {
    assertThat(PromptFields.missing(BARE, EMPTY, IssueHome.TRACKER))
        .filteredOn(problem -> !problem.isError())
        .singleElement()
        .satisfies(problem -> assertThat(problem.hint()).contains("- exec:"));
  }

  @Test
  void withoutATrackerThePlanItselfStandsForTheIssues() {
    assertThat(PromptFields.missing(BARE, EMPTY, IssueHome.PLAN_FILE))
        .extracting(Problem::message)
        .noneMatch(message -> message.contains("issue"))
        .hasSize(4);
  }

  @Test
  void aPlanLacksItsMasterIssueOnce() {
    Plan plan = new Plan(BARE, List.of(EMPTY, EMPTY), List.of());
    List<Problem> problems = PromptFields.missing(plan, IssueHome.TRACKER);
    assertThat(problems).hasSize(1 + 2 * 5);
    assertThat(problems.getFirst().position()).isEqualTo(Position.startOf("plan.md"));
  }
}
