package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Feedback.Fate;
import dev.signalbox.engine.Feedback.Stage;
import dev.signalbox.feedback.Approach;
import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.Speaker;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.Speaker.Standing;
import dev.signalbox.forge.PullRequestLook;
import dev.signalbox.forge.PullRequestLook.Checked;
import dev.signalbox.session.SessionId;
import dev.signalbox.workspace.TakeInOutcome;
import dev.signalbox.workspace.WorkLook;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two agents' pull requests for one issue. */
class CompareRulesTest {
  private static final SessionId A = new SessionId("S-A");

  private static Stray arrived(EngineRun run) {
    return Stray.of(run)
        .by(Source.CTO_NEW, "cto-new[bot]")
        .from("cursor/shop-a")
        .opened(8, "h8", 40);
  }

  private static EngineRun shown() {
    return Example.of("S-A").pullRequests().open().working("S-A").handsIn("S-A").shown("S-A");
  }

  private static Approach approach(int number, Optional<String> lack) {
    return approach(number, lack, PullRequestLook.Standing.OPEN, Standing.KNOWN);
  }

  private static Approach approach(
      int number, Optional<String> lack, PullRequestLook.Standing standing, Standing author) {
    return new Approach(
        "https://forge/pull/" + number,
        new Speaker(Source.CTO_NEW, "agent-" + number, author),
        "+12 -3",
        List.of("src/A.java"),
        List.of("build passed"),
        lack,
        new PullRequestLook("head-" + number, standing, Checked.PASSED, List.of(), false));
  }

  static Deed.Result both() {
    return new Deed.Result.Compared(approach(7, Optional.empty()), approach(8, Optional.empty()));
  }

  private static Stray compared() {
    Stray stray = arrived(shown());
    stray.answered(both());
    return stray;
  }

  @Test
  void bothAreLookedAtAndShownWithTheCanonicalOneNamed() {
    Stray stray = arrived(shown());
    assertThat(stray.run().effects())
        .containsExactly(new Effect.Act(stray.cause(), stray.number(), new Deed.Compare(8, 7, A)));
    stray.answered(both());
    assertThat(stray.run().gate(GateKind.COMPARE).shown())
        .contains("S-A has the issue", "7 is canonical and 8 is advisory")
        .contains("Canonical: https://forge/pull/7", "Advisory: https://forge/pull/8")
        .contains("Head: head-7", "Head: head-8", "+12 -3 in 1 files", "src/A.java")
        .contains("build passed", "untrusted");
  }

  @Test
  void theSessionDoesNotMergeBeforeSomebodyHasChosen() {
    EngineRun run = compared().run();
    run.passes("S-A").tick();
    assertThat(run.effects()).isEmpty();
    run.approve(GateKind.COMPARE);
    assertThat(run.effects()).anyMatch(Effect.ComputeMerge.class::isInstance);
  }

  @Test
  void whatComesWhileAMergeIsVerifiedPutsItOff() {
    EngineRun run = shown().passes("S-A");
    arrived(run);
    run.computed("S-A");
    assertThat(run.facts()).anyMatch(Fact.MergePostponed.class::isInstance);
  }

  @Test
  void aSessionThatChangedNothingIsNotWaitedFor() {
    EngineRun run = Example.of("S-A").pullRequests().analysis().open().working("S-A");
    Stray stray = arrived(run);
    run.completes("S-A").seen("S-A", EngineRun.goodLook()).exits("S-A", 0);
    TakeInOutcome.TakenIn nothing = new TakeInOutcome.TakenIn(EngineRun.START, List.of());
    run.give(new Input.TakenIn(run.cause("S-A"), A, nothing, WorkLook.Seen.NOTHING));
    run.tick();
    assertThat(stray.stage()).isInstanceOf(Stage.Asked.class);
    assertThat(run.gate(GateKind.TRIAGE).shown()).contains("S-A", "changed nothing");
  }

  @Test
  void whereTheSessionIsNotThatFarItIsWaitedFor() {
    EngineRun run = Example.of("S-A").pullRequests().open().working("S-A");
    Stray stray = arrived(run);
    run.tick();
    assertThat(stray.stage()).isEqualTo(new Stage.Waiting());
    run.handsIn("S-A").shown("S-A").tick();
    assertThat(stray.stage()).isInstanceOf(Stage.Doing.class);
  }

  @Test
  void keepingTheCanonicalClosesTheOther() {
    Stray stray = compared();
    stray.run().approve(GateKind.COMPARE);
    assertThat(stray.run().effects())
        .contains(
            new Effect.Act(stray.cause(), stray.number(), new Deed.Close(8, "forge/7", "ann")));
    stray.answered(new Deed.Result.Closed());
    assertThat(stray.stage())
        .isEqualTo(new Stage.Settled(Fate.CLOSED, "ann", "closed in favour of forge/7"));
  }

  @Test
  void whatCannotBeClosedIsAPersons() {
    Stray stray = compared();
    stray.run().approve(GateKind.COMPARE);
    stray.answered(new Deed.Result.Failed("expected it to be of an agent", false));
    assertThat(stray.run().gate(GateKind.TRIAGE).shown())
        .contains("ann keeps forge/7, and this one could not be closed: expected it to be of");
  }

  @Test
  void takingTheOtherGivesTheSessionUp() {
    Stray stray = compared();
    stray.run().reject(GateKind.COMPARE, "it is simpler");
    assertThat(stray.run().history())
        .contains(new Fact.SessionAbandoned(A, "ann chose pull request 8: it is simpler"));
    assertThat(stray.run().gate(GateKind.TRIAGE).shown())
        .contains("Pull request 8 is to be reviewed: ann chose pull request 8: it is simpler");
  }

  @Test
  void whatIsNoResultIsNoChoice() {
    Stray stray = arrived(shown());
    stray.answered(
        new Deed.Result.Compared(
            approach(7, Optional.empty()), approach(8, Optional.of("it changes no line"))));
    assertThat(stray.run().state().gates()).isEmpty();
    assertThat(stray.stage())
        .isEqualTo(new Stage.Settled(Fate.NOTED, "Signalbox", "no result: it changes no line"));
    Stray empty = arrived(shown());
    empty.answered(
        new Deed.Result.Compared(
            approach(7, Optional.of("it changes no line")), approach(8, Optional.empty())));
    assertThat(empty.run().hasGate(GateKind.COMPARE)).isFalse();
    assertThat(empty.run().gate(GateKind.TRIAGE).shown()).contains("S-A", "it changes no line");
  }

  @Test
  void aClosedOneIsNoChoiceAndOneThatIsClosedMeanwhileIsNoneAnyMore() {
    Stray stray = arrived(shown());
    Approach closed =
        approach(8, Optional.empty(), PullRequestLook.Standing.CLOSED, Standing.KNOWN);
    stray.answered(new Deed.Result.Compared(approach(7, Optional.empty()), closed));
    assertThat(stray.stage()).isInstanceOf(Stage.Settled.class);
    Stray later = compared();
    later.came(8, "h8", 40, Result.CLOSED);
    assertThat(later.run().hasGate(GateKind.COMPARE)).isFalse();
  }

  @Test
  void aNewerHeadIsComparedAnew() {
    Stray stray = compared();
    stray.came(8, "h9", 41, Result.CHANGED);
    assertThat(stray.run().hasGate(GateKind.COMPARE)).isFalse();
    assertThat(stray.stage()).isInstanceOf(Stage.Doing.class);
  }

  @Test
  void whereTheSessionIsGivenUpTheOtherGoesOnAsAReview() {
    Stray stray = compared();
    stray.run().cancels("S-A").tick();
    assertThat(stray.run().hasGate(GateKind.COMPARE)).isFalse();
    assertThat(stray.run().gate(GateKind.TRIAGE).shown()).contains("was given up");
  }

  @Test
  void aPersonsPullRequestIsSaidToStayOpen() {
    Stray stray = arrived(shown());
    Approach ofAPerson =
        approach(8, Optional.empty(), PullRequestLook.Standing.OPEN, Standing.MEMBER);
    stray.answered(new Deed.Result.Compared(approach(7, Optional.empty()), ofAPerson));
    assertThat(stray.run().gate(GateKind.COMPARE).shown()).contains("pull request 8 stays open");
  }
}
