package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.session.SessionId;
import dev.signalbox.workspace.ExitLook;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One session recommends, a person approves, and the next executes only what was approved. */
class RecommendationRulesTest {
  private static final String TEXT =
      """
      Two ways were looked at.

      1. Keep one table
         with an index.
      2. Drop the cache.

      Costs: none.\
      """
          .strip();

  private static EngineRun recommended(String text) {
    return recommended(Example.of("S-A", "S-B").analysis().executes("S-B", "S-A"), text);
  }

  private static EngineRun recommended(Example example, String text) {
    EngineRun run = example.open();
    ExitLook look = new ExitLook(Optional.of("tip"), 0, List.of(), true, Optional.of(text));
    run.working("S-A").completes("S-A").seen("S-A", look).exits("S-A", 0);
    run.takenInAt("S-A", EngineRun.START).computed("S-A");
    if (run.word("S-A").equals("MergeReady")) {
      run.merges("S-A");
    }
    return run;
  }

  private static EngineRun decided() {
    return recommended(TEXT).approve(GateKind.CHECKPOINT);
  }

  private static Answer says(EngineRun run, String words) {
    return run.decide(GateKind.RECOMMENDATION, new GateDecision.Answered(List.of(words)));
  }

  private static String prompt(EngineRun run) {
    return run.state().promptOf(run.at("S-B"));
  }

  private static EngineRun decidedForTwo() {
    Example example =
        Example.of("S-A", "S-B S-C").analysis().executes("S-B", "S-A").executes("S-C", "S-A");
    return recommended(example, TEXT).approve(GateKind.CHECKPOINT);
  }

  @Test
  void twoThatExecuteTheSameAreToldTheSame() {
    EngineRun run = decidedForTwo();

    assertThat(run.gate(GateKind.RECOMMENDATION).title())
        .isEqualTo("S-A recommends; [S-B, S-C] executes only what you approve");
    assertThat(run.word("S-B") + run.word("S-C")).isEqualTo("PlannedPlanned");
    says(run, "approve 1; not 2: it is needed in production");
    for (String id : List.of("S-B", "S-C")) {
      assertThat(run.word(id)).isEqualTo("Claimed");
      assertThat(run.state().promptOf(run.at(id)))
          .contains("```approved\n1. Keep one table\n   with an index.\n```")
          .doesNotContain("Drop the cache");
    }
    assertThat(run.hasGate(GateKind.RECOMMENDATION)).isFalse();
  }

  @Test
  void aNoEndsBothThatWouldHaveExecutedIt() {
    EngineRun run = decidedForTwo();

    run.decide(GateKind.RECOMMENDATION, new GateDecision.Rejected("too early"));
    assertThat(run.word("S-B") + run.word("S-C")).isEqualTo("AbandonedAbandoned");
  }

  @Test
  void theSecondWaitsForAPersonAlsoWhenItsBatchHasBegun() {
    EngineRun run = decided();

    assertThat(run.word("S-A")).isEqualTo("Merged");
    assertThat(run.word("S-B")).isEqualTo("Planned");
    assertThat(run.gate(GateKind.RECOMMENDATION).title())
        .isEqualTo("S-A recommends; [S-B] executes only what you approve");
    assertThat(run.gate(GateKind.RECOMMENDATION).shown()).startsWith(TEXT);
    run.approve(GateKind.RECOMMENDATION);
    assertThat(run.word("S-B")).isEqualTo("Claimed");
    assertThat(prompt(run)).contains("Execute only what was approved", "```approved\n" + TEXT);
  }

  @Test
  void approvedItemsAreTheScopeInTheirOwnWords() {
    EngineRun run = decided();

    assertThat(says(run, "approve 1; not 2: it is needed in production"))
        .isEqualTo(new Answer.Taken());
    assertThat(prompt(run))
        .contains("```approved\n1. Keep one table\n   with an index.\n```")
        .doesNotContain("Drop the cache");
    assertThat(run.history())
        .contains(
            new Fact.RecommendationApproved(
                new SessionId("S-A"),
                "1. Keep one table\n   with an index.",
                List.of("2: it is needed in production"),
                "ann"));
  }

  @Test
  void wordsThatDecideNothingAreRefused() {
    EngineRun run = decided();

    assertThat(says(run, "approve 1"))
        .isEqualTo(new Answer.Refused("expected a word about each item, found none about [2]"));
    assertThat(says(run, "approve 1-3"))
        .isEqualTo(new Answer.Refused("expected numbers of [1, 2], found \"1-3\""));
    assertThat(says(run, "approve 1; not 2"))
        .isEqualTo(new Answer.Refused("expected a reason after \"not 2:\", found none"));
    assertThat(says(run, "approve 1, 1; not 2: no"))
        .isEqualTo(new Answer.Refused("expected each number once, found 1 again"));
    assertThat(says(run, "fine by me")).isInstanceOf(Answer.Refused.class);
    assertThat(run.decide(GateKind.RECOMMENDATION, new GateDecision.Rejected("")))
        .isInstanceOf(Answer.Refused.class);
    assertThat(run.word("S-B")).isEqualTo("Planned");
  }

  @Test
  void aRejectedRecommendationEndsWhoWouldExecuteIt() {
    EngineRun run = decided().reject(GateKind.RECOMMENDATION, "too dear");
    assertThat(run.at("S-B").state())
        .isEqualTo(new SessionState.Abandoned("ann rejected what S-A recommends: too dear"));
    EngineRun none = decided();
    says(none, "not all: too early");
    assertThat(none.word("S-B")).isEqualTo("Abandoned");
  }

  @Test
  void textWithoutANumberedListIsOneItem() {
    EngineRun run = recommended("Leave it as it is.").approve(GateKind.CHECKPOINT);
    says(run, "approve 1");
    assertThat(prompt(run)).contains("```approved\nLeave it as it is.\n```");
  }

  @Test
  void withoutARecommendationNothingIsExecuted() {
    EngineRun run = Example.of("S-A", "S-B").analysis().executes("S-B", "S-A").open();
    run.working("S-A").cancels("S-A").exits("S-A", 143);
    assertThat(run.word("S-A")).isEqualTo("Abandoned");
    assertThat(run.word("S-B")).isEqualTo("Abandoned");
  }
}
