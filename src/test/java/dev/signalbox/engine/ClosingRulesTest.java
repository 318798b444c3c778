package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Closing.End;
import dev.signalbox.engine.Input.CloseAnswered;
import dev.signalbox.limit.Limits;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.TurnResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of the pull request of a session that was given up. */
class ClosingRulesTest {
  private static final SessionId A = new SessionId("S-A");

  private static EngineRun shown() {
    return Example.of("S-A").pullRequests().open().working("S-A").handsIn("S-A").shown("S-A");
  }

  private static List<Effect.ClosePullRequest> closings(EngineRun run) {
    return Engine.outstanding(run.state()).stream()
        .filter(Effect.ClosePullRequest.class::isInstance)
        .map(Effect.ClosePullRequest.class::cast)
        .toList();
  }

  private static boolean isReleasing(EngineRun run) {
    return Engine.outstanding(run.state()).stream().anyMatch(Effect.ReleaseClaim.class::isInstance);
  }

  private static void answers(EngineRun run, CloseAnswered.Came came) {
    run.give(new CloseAnswered(closings(run).getFirst().cause(), A, came));
  }

  private static EngineRun failed(EngineRun run) {
    for (int i = 0; i < Limits.APPROACHES_MAX; i++) {
      run.turnEnds("S-A", new TurnResult.Failed("no")).exits("S-A", 0);
      if (run.word("S-A").equals("BackingOff")) {
        run.later(Limits.BACK_OFF_MAX).tick();
        run.working("S-A");
      }
    }
    assertThat(run.word("S-A")).isEqualTo("Failed");
    return run;
  }

  @Test
  void anAbandonedSessionHasItsPullRequestClosedBeforeItsClaimIsGivenBack() {
    EngineRun run = shown();
    run.give(new Input.Cancel(A, "ann", "wrong way"));
    assertThat(closings(run))
        .containsExactly(
            new Effect.ClosePullRequest(
                closings(run).getFirst().cause(), A, "cancelled by ann: wrong way"));
    run.give(new Input.WorkspaceCleaned(run.cause("S-A"), A, Optional.empty()));
    assertThat(isReleasing(run)).isFalse();
    answers(run, new CloseAnswered.Ended(End.CLOSED));
    assertThat(run.history()).contains(new Fact.PullRequestClosed(A, End.CLOSED, ""));
    assertThat(closings(run)).isEmpty();
    assertThat(isReleasing(run)).isTrue();
  }

  @Test
  void anAnswerThatComesTwiceOrLateChangesNothing() {
    EngineRun run = shown().cancels("S-A");
    long cause = closings(run).getFirst().cause();
    run.give(new CloseAnswered(cause - 1, A, new CloseAnswered.Ended(End.CLOSED)));
    assertThat(run.facts()).isEmpty();
    answers(run, new CloseAnswered.Ended(End.CLOSED));
    run.give(new CloseAnswered(cause, A, new CloseAnswered.Failed("away", true)));
    assertThat(run.facts()).isEmpty();
  }

  @Test
  void oneWhoseOpeningWasNotAnsweredIsLookedForToo() {
    EngineRun run = Example.of("S-A").pullRequests().open().working("S-A").handsIn("S-A");
    run.cancels("S-A");
    assertThat(closings(run)).hasSize(1);
    run.give(
        new Input.PullRequestOpened(closings(run).getFirst().cause(), A, 7, "f/7", "b", "tip-S-A"));
    assertThat(run.at("S-A").trace().pullRequest()).isEmpty();
  }

  @Test
  void whatWasNeverShownIsNotClosed() {
    assertThat(closings(Example.of("S-A").pullRequests().open().working("S-A").cancels("S-A")))
        .isEmpty();
    EngineRun local = Example.of("S-A").reviewed().open().working("S-A").handsIn("S-A");
    assertThat(closings(local.cancels("S-A"))).isEmpty();
  }

  @Test
  void anAgentElsewhereMayHaveOpenedOneWhileItWorked() {
    EngineRun run = Example.of("S-A").pullRequests().tracked().elsewhere().open().working("S-A");
    run.cancels("S-A");
    assertThat(closings(run)).isEmpty();
    run.exits("S-A", Limits.TAKEN_BACK_EXIT);
    assertThat(run.word("S-A")).isEqualTo("Abandoned");
    assertThat(closings(run)).hasSize(1);
  }

  @Test
  void nothingIsClosedForWhoLostItsIssue() {
    EngineRun run = shown().loses("S-A").reject(GateKind.CLAIM, "theirs");
    assertThat(run.word("S-A")).isEqualTo("Abandoned");
    assertThat(closings(run)).isEmpty();
  }

  @Test
  void whatWaitsIsGivenUpWhenTheIssueIsLostMeanwhile() {
    EngineRun run = shown().cancels("S-A");
    assertThat(closings(run)).hasSize(1);
    run.loses("S-A");
    assertThat(closings(run)).isEmpty();
    run.give(new Input.WorkspaceCleaned(run.cause("S-A"), A, Optional.empty()));
    run.registryWritten();
    assertThat(run.state().course().isClosed()).isTrue();
  }

  @Test
  void aMergedOneIsLeftAlone() {
    EngineRun run = shown().passes("S-A").merges("S-A");
    assertThat(run.word("S-A")).isEqualTo("Merged");
    assertThat(closings(run)).isEmpty();
  }

  @Test
  void aFailedSessionKeepsItsPullRequestUntilAPersonDecided() {
    EngineRun run =
        Example.of("S-A").pullRequests().reviewed().open().working("S-A").handsIn("S-A");
    run.shown("S-A").passes("S-A");
    assertThat(run.decide(GateKind.MERGE, new GateDecision.Rejected("mend it")))
        .isEqualTo(new Answer.Taken());
    run.tick().working("S-A");
    failed(run);
    assertThat(closings(run)).isEmpty();
    run.reject(GateKind.FAILURE, "we drop it");
    assertThat(closings(run))
        .extracting(Effect.ClosePullRequest::why)
        .containsExactly("it failed, and ann does not try it again: we drop it");
    assertThat(run.give(new Input.Retry(A, "ann"))).isInstanceOf(Answer.Refused.class);
    answers(run, new CloseAnswered.Ended(End.CLOSED));
    run.give(new Input.ClaimGone(run.cause("S-A"), A));
    // Tried again it may open another one, which is closed again when it is given up again.
    assertThat(run.give(new Input.Retry(A, "ann"))).isEqualTo(new Answer.Taken());
    assertThat(run.at("S-A").trace().closing()).isEqualTo(new Closing.Possible());
    run.claimed("S-A").made("S-A").cancels("S-A");
    run.exits("S-A", 143);
    assertThat(closings(run)).hasSize(1);
  }

  @Test
  void whoCancelledTheRunIsToldAndWhy() {
    EngineRun run = shown();
    run.give(new Input.CancelRun("ben", "too dear"));
    assertThat(closings(run))
        .extracting(Effect.ClosePullRequest::why)
        .containsExactly("the run was cancelled by ben: too dear");
  }

  @Test
  void aForgeThatIsAwayIsAskedAgainAndAtLastItIsLeftOpen() {
    EngineRun run = shown().cancels("S-A");
    for (int i = 1; i < Limits.FORGE_FAILURES_MAX; i++) {
      answers(run, new CloseAnswered.Failed("away", true));
      assertThat(closings(run)).isEmpty();
      assertThat(isReleasing(run)).isFalse();
      run.later(Limits.BACK_OFF_MAX).tick();
      assertThat(closings(run)).hasSize(1);
    }
    answers(run, new CloseAnswered.Failed("away", true));
    assertThat(run.history()).contains(new Fact.PullRequestClosed(A, End.LEFT_OPEN, "away"));
    assertThat(run.hasGate(GateKind.LANDING)).isFalse();
    run.leaves("S-A").registryWritten();
    assertThat(run.state().course().isClosed()).isTrue();
  }

  @Test
  void aForgeThatRefusesIsNotAskedAgain() {
    EngineRun run = shown().cancels("S-A");
    answers(run, new CloseAnswered.Failed("not permitted", false));
    assertThat(run.at("S-A").trace().closing())
        .isEqualTo(new Closing.Over(End.LEFT_OPEN, "not permitted"));
  }
}
