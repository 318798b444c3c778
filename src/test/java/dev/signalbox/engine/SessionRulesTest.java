package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateKind;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.SessionId;
import dev.signalbox.workspace.MergeOutcome;
import dev.signalbox.workspace.VerifyOutcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people do to one session. */
class SessionRulesTest {
  private static EngineRun atWork() {
    return Example.of("S-A S-B").open().working("S-A");
  }

  @Test
  void aWordReachesTheAgent() {
    EngineRun run = atWork();
    run.give(new Input.Tell(new SessionId("S-A"), "mind the gap", "ann"));
    assertThat(run.effects())
        .containsExactly(
            new Effect.SendMessage(
                run.state().sequence(),
                new SessionId("S-A"),
                1,
                new AgentMessage.Say("mind the gap")));
  }

  @Test
  void aSessionWithoutAnAgentCannotBeTold() {
    EngineRun run = atWork();
    Answer answer = run.give(new Input.Tell(new SessionId("S-B"), "hello", "ann"));
    assertThat(answer).isEqualTo(new Answer.Refused("S-B has no running agent"));
  }

  @Test
  void aSessionOfAnotherRunIsRefused() {
    Answer answer = atWork().give(new Input.Cancel(new SessionId("S-X"), "ann", ""));
    assertThat(answer).isEqualTo(new Answer.Refused("expected a session of this run, found S-X"));
  }

  @Test
  void cancellingEndsTheProcessFirst() {
    EngineRun run = atWork().cancels("S-A");
    assertThat(run.effects())
        .contains(new Effect.StopAgent(run.state().sequence(), new SessionId("S-A"), 1));
    assertThat(run.word("S-A")).isEqualTo("Stopping");
    run.exits("S-A", 143);
    assertThat(run.facts())
        .contains(new Fact.SessionAbandoned(new SessionId("S-A"), "cancelled by ann"));
  }

  @Test
  void cancellingTwiceStopsOnce() {
    EngineRun run = atWork().cancels("S-A").cancels("S-A");
    assertThat(run.facts()).isEmpty();
  }

  @Test
  void cancellingWithdrawsWhatWasAsked() {
    EngineRun run = atWork().heard("S-A", Situation.asks(Situation.PERMISSION)).cancels("S-A");
    assertThat(run.state().gates()).isEmpty();
  }

  @Test
  void aClaimThatIsBeingTakenIsNotLeftBehind() {
    EngineRun run = Example.of("S-A").open();
    Answer answer = run.give(new Input.Cancel(new SessionId("S-A"), "ann", ""));
    assertThat(answer)
        .isEqualTo(new Answer.Refused("S-A is being claimed or merged: try again in a moment"));
    run.give(new Input.CancelRun("ann", "enough"));
    assertThat(run.word("S-A")).isEqualTo("Claimed");
    run.claimed("S-A");
    assertThat(run.word("S-A")).isEqualTo("Abandoned");
    run.leaves("S-A");
    assertThat(run.history()).contains(new Fact.ClaimReleased(new SessionId("S-A")));
  }

  @Test
  void aWorkspaceThatIsOnItsWayIsCleanedBeforeTheClaimIsGivenBack() {
    EngineRun run = Example.of("S-A").open().claimed("S-A").cancels("S-A");
    assertThat(run.effects())
        .contains(new Effect.CleanWorkspace(run.cause("S-A"), new SessionId("S-A")))
        .noneMatch(Effect.ReleaseClaim.class::isInstance);
    run.give(new Input.WorkspaceCleaned(run.cause("S-A"), new SessionId("S-A"), Optional.empty()));
    assertThat(run.effects())
        .contains(new Effect.ReleaseClaim(run.cause("S-A"), new SessionId("S-A"), 7));
  }

  @Test
  void whatIsLandingCannotBeCancelled() {
    EngineRun run =
        atWork().handsIn("S-A").computed("S-A").checked("S-A", new VerifyOutcome.Passed());
    Answer answer = run.give(new Input.Cancel(new SessionId("S-A"), "ann", ""));
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    assertThat(run.facts()).isEmpty();
  }

  @Test
  void whatIsOverCannotBeCancelled() {
    EngineRun run = atWork().handsIn("S-A").merges("S-A");
    Answer answer = run.give(new Input.Cancel(new SessionId("S-A"), "ann", ""));
    assertThat(answer).isEqualTo(new Answer.Refused("S-A is over already: Merged"));
  }

  @Test
  void aFailedSessionIsTriedAgainFromTheStartWhenItHasNoWorkspace() {
    EngineRun run = atWork().claimed("S-B").stepFailed("S-B", false);
    run.give(new Input.Retry(new SessionId("S-B"), "ann"));
    assertThat(run.facts()).contains(new Fact.SessionReopened(new SessionId("S-B")));
    assertThat(run.word("S-B")).isEqualTo("Claimed");
    assertThat(run.hasGate(GateKind.FAILURE)).isFalse();
  }

  @Test
  void aFailedSessionThatGivesItsClaimBackIsTriedAgainAfterThat() {
    EngineRun run = atWork().claimed("S-B").stepFailed("S-B", false).reject(GateKind.FAILURE, "");
    Answer answer = run.give(new Input.Retry(new SessionId("S-B"), "ann"));
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    run.give(new Input.ClaimGone(run.cause("S-B"), new SessionId("S-B")));
    run.give(new Input.Retry(new SessionId("S-B"), "ann"));
    assertThat(run.word("S-B")).isEqualTo("Claimed");
  }

  @Test
  void aSessionAtWorkCannotBeTriedAgain() {
    Answer answer = atWork().give(new Input.Retry(new SessionId("S-A"), "ann"));
    assertThat(answer)
        .isEqualTo(
            new Answer.Refused("expected a failed session or a blocked merge, found S-A Working"));
  }

  @Test
  void aBlockedMergeIsTriedAgain() {
    EngineRun run = atWork().handsIn("S-A");
    run.computed("S-A", new MergeOutcome.Conflict("b1", List.of("a"), "<<<"));
    run.give(new Input.Retry(new SessionId("S-A"), "ann"));
    assertThat(run.effects()).anyMatch(Effect.ComputeMerge.class::isInstance);
    assertThat(run.hasGate(GateKind.CONFLICT)).isFalse();
  }
}
