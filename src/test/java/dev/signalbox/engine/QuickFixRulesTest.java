package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Feedback.Fate;
import dev.signalbox.engine.Feedback.Stage;
import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.StrayLook.Reviewed;
import dev.signalbox.forge.PullRequestLook.Checked;
import dev.signalbox.forge.PullRequestLook.Standing;
import dev.signalbox.workspace.LandOutcome;
import dev.signalbox.workspace.VerifyOutcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A quick fix goes from its webhook to the base, or to a person. */
class QuickFixRulesTest {

  private static EngineRun working() {
    return Example.of("S-A").pullRequests().open().working("S-A");
  }

  private static EngineRun asked() {
    Stray stray = Stray.of(working()).opened(8, "h1", 3);
    stray.answered(new Deed.Result.Asked("h1"));
    return stray.run();
  }

  private static Stray watched() {
    return Stray.of(asked());
  }

  @Test
  void copilotIsAskedOnceAndTheFixIsMergedWhenAllIsWell() {
    Stray stray = Stray.of(working()).opened(8, "h1", 3);
    assertThat(stray.run().effects())
        .containsExactly(new Effect.Act(stray.cause(), stray.number(), new Deed.AskReview(8, 1)));
    stray.answered(new Deed.Result.Asked("h1"));
    assertThat(stray.stage()).isEqualTo(new Stage.Watched("h1", stray.run().now(), 1));
    stray.seen(Stray.clean("h1"));
    assertThat(stray.run().effects())
        .containsExactly(new Effect.Act(stray.cause(), stray.number(), new Deed.Merge(8, "h1", 1)));
    stray.answered(new Deed.Result.Merged("m1"));
    assertThat(stray.stage())
        .isEqualTo(new Stage.Settled(Fate.MERGED, "Signalbox", "h1 merged as m1"));
  }

  @Test
  void withoutTheSettingItIsReviewedLikeAnyOther() {
    Stray stray = Stray.of(working()).withoutQuickFixes().opened(8, "h1", 3);
    assertThat(stray.run().effects()).isEmpty();
    assertThat(stray.run().gate(GateKind.TRIAGE).shown()).contains("is to be reviewed");
  }

  @Test
  void withoutAForgeAPersonMergesIt() {
    Stray stray = Stray.of(Example.of("S-A").open().working("S-A")).opened(8, "h1", 3);
    assertThat(stray.run().effects()).isEmpty();
    assertThat(stray.run().gate(GateKind.TRIAGE).shown()).contains("quick fix");
  }

  @Test
  void nothingIsMergedBeforeItsReviewAndItsChecks() {
    Stray stray = watched();
    stray.seen(Stray.look("h1", Reviewed.NOT_YET, Checked.PASSED));
    stray.seen(Stray.look("h1", Reviewed.CLEAN, Checked.PENDING));
    stray.seen(Stray.look("h1", Reviewed.CLEAN, Checked.NONE));
    assertThat(stray.stage()).isInstanceOf(Stage.Watched.class);
    stray.run().later(Duration.ofMinutes(2));
    stray.seen(Stray.look("h1", Reviewed.CLEAN, Checked.NONE));
    assertThat(stray.stage()).isInstanceOf(Stage.Doing.class);
  }

  @Test
  void whatIsNotPlainlyGoodIsAPersonsWithWhatIsKnown() {
    assertAsked(Stray.look("h1", Reviewed.UNCLEAR, Checked.PASSED), "does not say that it found");
    assertAsked(Stray.look("h1", Reviewed.CLEAN, Checked.FAILED), "Checks failed: build");
    assertAsked(Stray.clean("h1").open("Copilot on src/A.java:3: no"), "src/A.java:3");
    assertAsked(Stray.clean("h1").lines(5), "1 to 4 changed lines, found 5");
    assertAsked(Stray.clean("h1").lines(0), "1 to 4 changed lines, found 0");
    assertAsked(Stray.clean("h1").by(Source.CODEX), "Expected it to be of cursor[bot]");
    assertAsked(Stray.clean("h1").to("release"), "goes to release");
    assertAsked(Stray.clean("h1").changeRequested(), "asks for changes");
    assertAsked(Stray.clean("h2").lines(9), "1 to 4 changed lines, found 9");
  }

  private static void assertAsked(Stray.Look look, String reason) {
    Stray stray = watched();
    stray.seen(look);
    assertThat(stray.stage()).as(reason).isInstanceOf(Stage.Asked.class);
    assertThat(stray.run().gate(GateKind.TRIAGE).shown()).contains(reason, "untrusted");
    assertThat(stray.run().effects()).isEmpty();
    stray.run().approve(GateKind.TRIAGE);
    assertThat(stray.run().effects()).as("an approval merges nothing").isEmpty();
  }

  @Test
  void anotherHeadIsReviewedAnewAFewTimes() {
    Stray stray = watched();
    for (int round = 2; round <= 3; round++) {
      stray.seen(Stray.clean("h" + round));
      assertThat(stray.stage()).isInstanceOf(Stage.Doing.class);
      stray.answered(new Deed.Result.Asked("h" + round));
    }
    stray.seen(Stray.clean("h4"));
    assertThat(stray.run().gate(GateKind.TRIAGE).shown()).contains("found h4: it changed 3 times");
  }

  @Test
  void noReviewWithinTheLimitIsAPersons() {
    Stray stray = watched();
    stray.run().later(Duration.ofMinutes(59)).tick();
    assertThat(stray.stage()).isInstanceOf(Stage.Watched.class);
    stray.run().later(Duration.ofMinutes(1)).tick();
    assertThat(stray.run().gate(GateKind.TRIAGE).shown()).contains("within 60 minutes");
  }

  @Test
  void aRefusedMergeIsAPersonsAndATroubledForgeIsAskedAgain() {
    Stray stray = watched();
    stray.seen(Stray.clean("h1"));
    stray.answered(new Deed.Result.Failed("the forge is away", true));
    assertThat(stray.run().effects()).isEmpty();
    stray.run().later(Duration.ofMinutes(10)).tick();
    assertThat(stray.run().effects()).hasSize(1);
    stray.answered(new Deed.Result.Failed("the check deploy is required", false));
    assertThat(stray.run().gate(GateKind.TRIAGE).shown())
        .contains("could not be merged: the check deploy is required");
  }

  @Test
  void whatMovedWhileItWasMergedIsJudgedAgain() {
    Stray stray = watched();
    stray.seen(Stray.clean("h1"));
    stray.answered(new Deed.Result.Moved());
    assertThat(stray.stage()).isEqualTo(new Stage.Watched("h1", stray.run().now(), 1));
  }

  @Test
  void whatIsSaidOnItIsSeenByLookingAndAsksNobodyTwice() {
    Stray stray = watched();
    stray.says(Source.COPILOT, "f1");
    assertThat(stray.run().facts()).isEmpty();
    stray.opened(8, "h2", 2);
    assertThat(stray.run().facts()).isEmpty();
  }

  @Test
  void peopleOnTheForgeEndIt() {
    Stray merged = watched();
    merged.seen(Stray.clean("h1").standing(Standing.MERGED));
    assertThat(merged.stage())
        .isEqualTo(new Stage.Settled(Fate.MERGED, "somebody", "it was merged on the forge"));
    Stray closed = watched();
    closed.seen(Stray.clean("h1").standing(Standing.CLOSED));
    assertThat(closed.stage())
        .isEqualTo(new Stage.Settled(Fate.WITHDRAWN, "somebody", "it was closed on the forge"));
  }

  @Test
  void aNewerStateAsksAnewAndTheOlderQuestionIsWithdrawn() {
    Stray stray = watched();
    stray.seen(Stray.look("h1", Reviewed.CLEAN, Checked.FAILED));
    stray.opened(8, "h2", 2);
    assertThat(stray.run().hasGate(GateKind.TRIAGE)).isFalse();
    assertThat(stray.stage()).isInstanceOf(Stage.Doing.class);
  }

  @Test
  void aClosedOneAsksNobodyAnyMore() {
    Stray stray = watched();
    stray.seen(Stray.look("h1", Reviewed.CLEAN, Checked.FAILED));
    stray.came(8, "h1", 3, Result.CLOSED);
    assertThat(stray.run().hasGate(GateKind.TRIAGE)).isFalse();
  }

  @Test
  void whileAnAgentElsewhereMayOpenItNobodyTouchesIt() {
    EngineRun run = Example.of("S-A").pullRequests().tracked().elsewhere().open().working("S-A");
    Stray stray = Stray.of(run).opened(7, "h1", 3);
    run.tick();
    assertThat(run.effects()).isEmpty();
    assertThat(stray.stage()).isEqualTo(new Stage.Waiting());
    run.handsIn("S-A").shown("S-A");
    run.tick();
    assertThat(stray.stage())
        .isEqualTo(new Stage.Settled(Fate.NOTED, "S-A", "it is the work of S-A"));
  }

  @Test
  void theRunWaitsForItAndACancelledOneLeavesItToAPerson() {
    Stray stray = watched();
    stray.run().handsIn("S-A").shown("S-A").passes("S-A").merges("S-A").leaves("S-A");
    stray.run().registryWritten();
    assertThat(stray.run().state().course().isClosed()).isFalse();
    stray.run().give(new Input.CancelRun("ann", "enough"));
    assertThat(stray.run().gate(GateKind.TRIAGE).shown()).contains("cancelled");
    stray.run().approve(GateKind.TRIAGE);
    assertThat(stray.run().state().course().isClosed()).isTrue();
  }

  /** A merge moves the base, and who merges afterwards begins again on the new one. */
  @Test
  void aSessionThatMergesAfterwardsDoesSoOnTheNewBase() {
    Stray stray = watched();
    EngineRun run = stray.run();
    run.handsIn("S-A").shown("S-A").passes("S-A").computed("S-A");
    stray.seen(Stray.clean("h1"));
    stray.answered(new Deed.Result.Merged("m1"));
    run.checked("S-A", new VerifyOutcome.Passed());
    run.landed("S-A", new LandOutcome.BaseMoved("m1"));
    assertThat(run.effects()).singleElement().isInstanceOf(Effect.ComputeMerge.class);
  }
}
