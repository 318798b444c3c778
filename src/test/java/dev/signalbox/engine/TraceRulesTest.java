package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateKind;
import dev.signalbox.session.SessionId;
import dev.signalbox.tracker.IssueStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the tracker comes to show where a session stands. */
class TraceRulesTest {
  private static final SessionId A = new SessionId("S-A");

  private static EngineRun working() {
    return Example.of("S-A").tracked().open().working("S-A");
  }

  private static List<IssueStatus> asked(EngineRun run) {
    return Engine.outstanding(run.state()).stream()
        .filter(Effect.ShowIssue.class::isInstance)
        .map(effect -> ((Effect.ShowIssue) effect).status())
        .toList();
  }

  private static void shown(EngineRun run, IssueStatus status) {
    run.give(new Input.IssueAnswered(A, status, Optional.empty()));
  }

  private static void refused(EngineRun run, IssueStatus status, boolean mayPass) {
    run.give(
        new Input.IssueAnswered(
            A, status, Optional.of(new Input.StepFailed(0, A, "the key has ended", mayPass))));
  }

  @Test
  void anIssueIsInProgressWhenTheAgentConfirmsAndDoneWhenItsWorkIsInTheBase() {
    EngineRun run = working();
    assertThat(asked(run)).containsExactly(IssueStatus.STARTED);
    shown(run, IssueStatus.STARTED);
    assertThat(asked(run)).isEmpty();
    run.handsIn("S-A");
    assertThat(asked(run)).containsExactly(IssueStatus.IN_REVIEW);
    run.merges("S-A");
    assertThat(asked(run)).containsExactly(IssueStatus.COMPLETED);
    shown(run, IssueStatus.COMPLETED);
    assertThat(run.history())
        .contains(new Fact.IssueMoved(A, IssueStatus.COMPLETED, "Signalbox", Optional.empty()));
  }

  @Test
  void withoutATrackerNothingIsAsked() {
    EngineRun run = Example.of("S-A").open().working("S-A");
    assertThat(asked(run)).isEmpty();
  }

  @Test
  void workThatIsGivenUpIsNobodysAgain() {
    EngineRun run = working();
    shown(run, IssueStatus.STARTED);
    run.cancels("S-A").exits("S-A", 143);
    assertThat(asked(run)).containsExactly(IssueStatus.UNSTARTED);
  }

  @Test
  void theRunIsNotOverBeforeTheTrackerShowsIt() {
    EngineRun run = working().handsIn("S-A").merges("S-A").leaves("S-A").registryWritten();
    assertThat(run.state().course().isClosed()).isFalse();
    shown(run, IssueStatus.COMPLETED);
    assertThat(run.state().course().isClosed()).isTrue();
  }

  @Test
  void aTrackerThatIsAwayIsAskedAgain() {
    EngineRun run = working();
    refused(run, IssueStatus.STARTED, true);
    assertThat(asked(run)).isEmpty();
    assertThat(run.hasGate(GateKind.TRACKER)).isFalse();
    run.later(Duration.ofMinutes(1)).tick();
    assertThat(asked(run)).containsExactly(IssueStatus.STARTED);
  }

  @Test
  void aPersonIsToldOfOneThatRefusesAndItIsTriedOnUntilItWorks() {
    EngineRun run = working();
    refused(run, IssueStatus.STARTED, false);
    assertThat(run.gate(GateKind.TRACKER).shown()).contains("in progress", "the key has ended");
    run.later(Duration.ofMinutes(5)).tick();
    shown(run, IssueStatus.STARTED);
    assertThat(run.hasGate(GateKind.TRACKER)).isFalse();
  }

  @Test
  void aPersonMayMoveItThemselves() {
    EngineRun run = working();
    refused(run, IssueStatus.STARTED, false);
    run.reject(GateKind.TRACKER, "");
    assertThat(run.facts())
        .contains(new Fact.IssueMoved(A, IssueStatus.STARTED, "ann", Optional.empty()));
    assertThat(asked(run)).isEmpty();
  }
}
