package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.session.SessionId;
import dev.signalbox.workspace.LandOutcome;
import dev.signalbox.workspace.MergeOutcome;
import dev.signalbox.workspace.VerifyOutcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How work comes into the base. */
class MergeRulesTest {
  private static final SessionId A = new SessionId("S-A");

  private static EngineRun inReview() {
    return Example.of("S-A S-B").open().working("S-A").working("S-B").handsIn("S-A");
  }

  private static MergeOutcome onBase(String base) {
    return new MergeOutcome.Clean(base, "merge", List.of());
  }

  @Test
  void whatLandsIsWhatWasComputedAndVerified() {
    EngineRun run = inReview();
    assertThat(run.effects())
        .contains(new Effect.ComputeMerge(run.cause("S-A"), A, "tip-S-A", run.now()));
    run.computed("S-A");
    assertThat(run.effects())
        .containsExactly(new Effect.VerifyMerge(run.cause("S-A"), A, "merge-S-A"));
    run.checked("S-A", new VerifyOutcome.Passed());
    assertThat(run.effects())
        .containsExactly(new Effect.LandMerge(run.cause("S-A"), A, "b0", "merge-S-A"));
    run.landed("S-A", new LandOutcome.Landed());
    assertThat(run.facts()).contains(new Fact.Merged(A, Optional.of("merge-S-A")));
  }

  @Test
  void withoutACommandAPersonLooksAtEachMerge() {
    EngineRun run = Example.of("S-A").withoutVerify().open().working("S-A").handsIn("S-A");
    assertThat(run.word("S-A")).isEqualTo("InReview");
    assertThat(run.gate(GateKind.MERGE).shown())
        .contains("scripted/shop-A", "tip-S-A", "All is well.");
    run.approve(GateKind.MERGE);
    assertThat(run.facts()).contains(new Fact.ReviewPassed(A, "ann"));
    run.computed("S-A");
    assertThat(run.effects())
        .containsExactly(new Effect.LandMerge(run.cause("S-A"), A, "b0", "merge-S-A"));
  }

  @Test
  void aPersonMayAskToSeeEachMergeBesidesTheCommand() {
    EngineRun run = Example.of("S-A").reviewed().open().working("S-A").handsIn("S-A");
    run.approve(GateKind.MERGE).computed("S-A");
    assertThat(run.effects()).anyMatch(Effect.VerifyMerge.class::isInstance);
  }

  @Test
  void workThatIsSentBackIsLookedAtAgain() {
    EngineRun run = Example.of("S-A").withoutVerify().open().working("S-A").handsIn("S-A");
    run.reject(GateKind.MERGE, "name it better");
    Beginning beginning = run.at("S-A").attempt().orElseThrow().beginning();
    assertThat(beginning.conversation()).contains("c-S-A1");
    assertThat(beginning.note().orElseThrow()).contains("name it better");
    run.working("S-A").handsIn("S-A");
    assertThat(run.hasGate(GateKind.MERGE)).isTrue();
  }

  @Test
  void aCheckThatFailsOnTheSessionsOwnBaseIsItsOwnToMend() {
    EngineRun run =
        inReview().computed("S-A").checked("S-A", new VerifyOutcome.Failed(2, "a red test"));
    assertThat(run.word("S-A")).isEqualTo("Starting");
    Beginning beginning = run.at("S-A").attempt().orElseThrow().beginning();
    assertThat(beginning.conversation()).contains("c-S-A1");
    assertThat(beginning.note().orElseThrow()).contains("make check", "a red test");
    assertThat(run.at("S-A").tally().approaches()).containsExactly("`make check` ended with 2");
    run.working("S-A").handsIn("S-A").computed("S-A");
    run.checked("S-A", new VerifyOutcome.Failed(2, "a red test"));
    assertThat(run.word("S-A")).isEqualTo("Failed");
  }

  @Test
  void aCheckThatFailsOnAnotherBaseHaltsAndNamesWhatMergedMeanwhile() {
    EngineRun run = inReview().merges("S-A").handsIn("S-B");
    run.computed("S-B", onBase("b1")).checked("S-B", new VerifyOutcome.Failed(1, "a red test"));
    assertThat(run.word("S-B")).isEqualTo("Halted");
    assertThat(run.gate(GateKind.SEMANTIC).shown()).contains("S-A 1A", "a red test");
    run.decide(GateKind.SEMANTIC, new GateDecision.Answered(List.of("use its new name")));
    assertThat(run.word("S-B")).isEqualTo("Starting");
    assertThat(run.at("S-B").attempt().orElseThrow().beginning().note().orElseThrow())
        .contains("use its new name");
  }

  @Test
  void aCheckThatFailsBecauseOfCommitsFromOutsideSaysSo() {
    EngineRun run = inReview().computed("S-A", onBase("b1"));
    run.checked("S-A", new VerifyOutcome.Failed(1, ""));
    assertThat(run.gate(GateKind.SEMANTIC).shown()).contains("commits from outside this run");
  }

  @Test
  void aConflictAsksAPersonAndARebaseFollows() {
    EngineRun run = inReview();
    run.computed("S-A", new MergeOutcome.Conflict("b1", List.of("src/a"), "<<< ours >>> theirs"));
    assertThat(run.gate(GateKind.CONFLICT).title()).contains("src/a");
    assertThat(run.gate(GateKind.CONFLICT).shown()).contains("<<< ours >>> theirs");
    assertThat(run.state().registry().due())
        .as("it is flagged where the plan is, at once")
        .isEqualTo(run.gate(GateKind.CONFLICT).number());
    run.approve(GateKind.CONFLICT);
    assertThat(run.at("S-A").attempt().orElseThrow().beginning().note().orElseThrow())
        .contains("git rebase", "`main`", "<<< ours >>> theirs");
  }

  @Test
  void aConflictThatIsNotToBeResolvedEndsTheSession() {
    EngineRun run = inReview();
    run.computed("S-A", new MergeOutcome.Conflict("b1", List.of("a"), "<<<"));
    run.reject(GateKind.CONFLICT, "drop it");
    assertThat(run.word("S-A")).isEqualTo("Abandoned");
  }

  @Test
  void aBaseThatMovedIsMergedIntoAgain() {
    EngineRun run = inReview().computed("S-A").checked("S-A", new VerifyOutcome.Passed());
    run.landed("S-A", new LandOutcome.BaseMoved("b1"));
    assertThat(run.effects()).anyMatch(Effect.ComputeMerge.class::isInstance);
    run.computed("S-A", onBase("b1"));
    assertThat(run.effects()).containsExactly(new Effect.VerifyMerge(run.cause("S-A"), A, "merge"));
  }

  @Test
  void aRefusedLandingWaitsForAPerson() {
    EngineRun run = inReview().computed("S-A").checked("S-A", new VerifyOutcome.Passed());
    run.landed("S-A", new LandOutcome.Refused("the checkout has changes"));
    assertThat(run.gate(GateKind.LANDING).shown()).isEqualTo("the checkout has changes");
    run.approve(GateKind.LANDING);
    assertThat(run.effects()).anyMatch(Effect.ComputeMerge.class::isInstance);
  }

  @Test
  void nothingToMergeIsMerged() {
    EngineRun run = inReview().computed("S-A", new MergeOutcome.Nothing("b0"));
    assertThat(run.facts()).contains(new Fact.Merged(A, Optional.empty()));
  }

  @Test
  void oneMergeIsMadeAtATime() {
    EngineRun run = inReview().handsIn("S-B");
    assertThat(run.at("S-B").state().toString()).contains("Waiting");
    run.merges("S-A");
    assertThat(run.at("S-B").state().toString()).contains("Computing");
  }

  @Test
  void aSessionMergesAfterThoseThatMergeFirst() {
    EngineRun run = Example.of("S-A S-B").mergesAfter("S-A", "S-B").open();
    run.working("S-A").working("S-B").handsIn("S-A");
    assertThat(run.at("S-A").state().toString()).contains("Waiting");
    run.handsIn("S-B").merges("S-B");
    assertThat(run.at("S-A").state().toString()).contains("Computing");
  }

  @Test
  void aSessionDoesNotWaitForOneThatWasGivenUp() {
    EngineRun run = Example.of("S-A S-B").mergesAfter("S-A", "S-B").open();
    run.working("S-A").working("S-B").handsIn("S-A").cancels("S-B").exits("S-B", 143);
    assertThat(run.at("S-A").state().toString()).contains("Computing");
  }
}
