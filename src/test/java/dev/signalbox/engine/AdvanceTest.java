package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateKind;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.TurnResult;
import dev.signalbox.workspace.LandOutcome;
import dev.signalbox.workspace.VerifyOutcome;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When what begins: batches, places, needs. */
class AdvanceTest {
  private static EngineRun merged(EngineRun run, String id) {
    return run.working(id).handsIn(id).merges(id);
  }

  @Test
  void nothingStartsBeforeTheTableIsApproved() {
    EngineRun run = new EngineRun();
    run.give(new Input.OpenRun(Example.of("S-A").spec(), "ann", false));
    run.later(Duration.ofDays(1)).tick();
    assertThat(run.word("S-A")).isEqualTo("Planned");
    run.approve(GateKind.TABLE);
    assertThat(run.effects())
        .containsExactly(new Effect.AcquireClaim(run.cause("S-A"), new SessionId("S-A")));
  }

  @Test
  void costAndNewCommandsAreAskedForEvenWhenTheTableIsApprovedInAdvance() {
    EngineRun run = Example.of("S-A").estimate(2_000).newCommands().open();
    assertThat(run.hasGate(GateKind.TABLE)).isFalse();
    run.approve(GateKind.COST);
    assertThat(run.word("S-A")).isEqualTo("Planned");
    run.approve(GateKind.COMMANDS);
    assertThat(run.word("S-A")).isEqualTo("Claimed");
  }

  @Test
  void anEstimateAtTheCheckpointIsNotAskedAbout() {
    EngineRun run = Example.of("S-A").estimate(1_000).open();
    assertThat(run.hasGate(GateKind.COST)).isFalse();
  }

  @Test
  void rejectingTheTableEndsTheRun() {
    EngineRun run = new EngineRun();
    run.give(new Input.OpenRun(Example.of("S-A").spec(), "ann", false));
    run.reject(GateKind.TABLE, "not today").registryWritten();
    assertThat(run.history()).contains(new Fact.RunCancelled("ann", "not today"));
    assertThat(run.state().course().isClosed()).isTrue();
  }

  @Test
  void theNextBatchWaitsForAPersonAtTheCheckpoint() {
    EngineRun run = Example.of("S-A S-B", "S-C").open();
    merged(run, "S-A");
    assertThat(run.hasGate(GateKind.CHECKPOINT)).isFalse();
    merged(run, "S-B");
    assertThat(run.gate(GateKind.CHECKPOINT).shown()).contains("S-A 1A Phase A: Merged", "S-C 1C");
    assertThat(run.word("S-C")).isEqualTo("Planned");
    run.approve(GateKind.CHECKPOINT);
    assertThat(run.facts()).contains(new Fact.BatchDispatched(2));
    assertThat(run.word("S-C")).isEqualTo("Claimed");
  }

  @Test
  void rejectingTheCheckpointEndsTheRun() {
    EngineRun run = merged(Example.of("S-A", "S-B").open(), "S-A");
    run.reject(GateKind.CHECKPOINT, "enough").leaves("S-A").registryWritten();
    assertThat(run.word("S-A")).isEqualTo("Merged");
    assertThat(run.word("S-B")).isEqualTo("Abandoned");
    assertThat(run.state().course().isClosed()).isTrue();
  }

  @Test
  void aFailedSessionCompletesItsBatchAndTheCheckpointShowsIt() {
    EngineRun run = Example.of("S-A", "S-B").needs("S-B", "S-A").open().stepFailed("S-A", false);
    assertThat(run.gate(GateKind.CHECKPOINT).shown())
        .contains("S-A 1A Phase A: Failed", "needs S-A, which is Failed");
    run.approve(GateKind.CHECKPOINT);
    assertThat(run.word("S-B")).isEqualTo("Claimed");
  }

  @Test
  void tryingAFailedSessionAgainTakesTheCheckpointBack() {
    EngineRun run = Example.of("S-A", "S-B").open().stepFailed("S-A", false);
    run.approve(GateKind.FAILURE);
    assertThat(run.word("S-A")).isEqualTo("Claimed");
    assertThat(run.hasGate(GateKind.CHECKPOINT)).isFalse();
    assertThat(run.word("S-B")).isEqualTo("Planned");
  }

  @Test
  void whatFailsAgainAfterTheCheckpointIsDealtWithAtItsOwnGate() {
    EngineRun run = Example.of("S-A", "S-C S-B").needs("S-B", "S-A").parallelMax(1).open();
    run.stepFailed("S-A", false).approve(GateKind.CHECKPOINT).approve(GateKind.FAILURE);
    assertThat(run.word("S-C")).isEqualTo("Claimed");
    run.stepFailed("S-C", false);
    assertThat(run.word("S-A")).isEqualTo("Claimed");
    run.stepFailed("S-A", false);
    assertThat(run.word("S-B")).isEqualTo("Planned");
  }

  @Test
  void rollingStartsAPhaseAsSoonAsWhatItNeedsIsMerged() {
    EngineRun run = Example.of("S-A S-B", "S-C").needs("S-C", "S-A").rolling().open();
    assertThat(run.word("S-C")).isEqualTo("Planned");
    merged(run, "S-A");
    assertThat(run.word("S-C")).isEqualTo("Claimed");
    assertThat(run.word("S-B")).isEqualTo("Claimed");
    assertThat(run.hasGate(GateKind.CHECKPOINT)).isFalse();
  }

  @Test
  void rollingWaitsUntilAPersonHasSeenThatWhatItNeedsFailed() {
    EngineRun run = Example.of("S-A", "S-B").needs("S-B", "S-A").rolling().open();
    run.stepFailed("S-A", false);
    assertThat(run.word("S-B")).isEqualTo("Planned");
    run.reject(GateKind.FAILURE, "");
    assertThat(run.word("S-B")).isEqualTo("Claimed");
  }

  @Test
  void noMoreSessionsRunAtOnceThanThereArePlaces() {
    EngineRun run = Example.of("S-A S-B S-C").parallelMax(2).open();
    assertThat(run.word("S-C")).isEqualTo("Planned");
    run.working("S-A").completes("S-A").seen("S-A", EngineRun.goodLook());
    assertThat(run.word("S-C")).isEqualTo("Planned");
    run.exits("S-A", 0);
    assertThat(run.word("S-C")).isEqualTo("Claimed");
  }

  @Test
  void aRetryWaitsForAPlaceToo() {
    EngineRun run = Example.of("S-A S-B").parallelMax(1).open().working("S-A");
    run.turnEnds("S-A", new TurnResult.ServiceFailed("529")).exits("S-A", 143);
    assertThat(run.word("S-A")).isEqualTo("BackingOff");
    assertThat(run.word("S-B")).isEqualTo("Claimed");
    run.later(Duration.ofHours(1)).tick();
    assertThat(run.word("S-A")).isEqualTo("BackingOff");
    run.stepFailed("S-B", false);
    assertThat(run.word("S-A")).isEqualTo("Starting");
  }

  @Test
  void aHaltedSessionKeepsItsPlaceWhileItsProcessLives() {
    EngineRun run = Example.of("S-A S-B").parallelMax(1).open().working("S-A");
    run.turnEnds("S-A", new TurnResult.Interrupted());
    assertThat(run.word("S-B")).isEqualTo("Planned");
    run.vanishes("S-A");
    assertThat(run.word("S-B")).isEqualTo("Claimed");
  }

  @Test
  void theRunClosesOnlyWhenEverythingIsLeftAndTheRegistryIsWritten() {
    EngineRun run = merged(Example.of("S-A").open(), "S-A");
    assertThat(run.effects())
        .contains(new Effect.CleanWorkspace(run.cause("S-A"), new SessionId("S-A")));
    run.give(new Input.WorkspaceCleaned(run.cause("S-A"), new SessionId("S-A"), Optional.empty()));
    assertThat(run.effects())
        .containsExactly(new Effect.ReleaseClaim(run.cause("S-A"), new SessionId("S-A"), 7));
    run.give(new Input.ClaimGone(run.cause("S-A"), new SessionId("S-A")));
    assertThat(run.state().course().isClosed()).isFalse();
    run.registryWritten();
    assertThat(run.facts()).endsWith(new Fact.RunClosed());
    assertThat(Engine.outstanding(run.state())).isEmpty();
  }

  @Test
  void aRegistryThatIsBehindIsNotEnough() {
    EngineRun run = merged(Example.of("S-A").open(), "S-A").leaves("S-A");
    run.give(new Input.RegistryAnswered(run.state().registry().due() - 1, Optional.empty()));
    assertThat(run.state().course().isClosed()).isFalse();
  }

  @Test
  void aClosedRunTakesNothingMore() {
    EngineRun run = merged(Example.of("S-A").open(), "S-A").leaves("S-A").registryWritten();
    assertThat(run.give(new Input.CancelRun("ann", ""))).isInstanceOf(Answer.Refused.class);
    assertThat(run.facts()).isEmpty();
  }

  @Test
  void cancellingTheRunStopsWhatRunsAndGivesUpWhatDoesNot() {
    EngineRun run = Example.of("S-A S-B", "S-C").open().working("S-A").claimed("S-B");
    run.give(new Input.CancelRun("ann", "enough"));
    assertThat(run.word("S-A")).isEqualTo("Stopping");
    assertThat(run.word("S-B")).isEqualTo("Abandoned");
    assertThat(run.word("S-C")).isEqualTo("Abandoned");
    run.exits("S-A", 143).leaves("S-A").leaves("S-B").registryWritten();
    assertThat(run.state().course().isClosed()).isTrue();
  }

  @Test
  void workThatIsLandingWhenTheRunIsCancelledIsMerged() {
    EngineRun run = Example.of("S-A").open().working("S-A").handsIn("S-A").computed("S-A");
    run.checked("S-A", new VerifyOutcome.Passed());
    run.give(new Input.CancelRun("ann", "enough"));
    assertThat(run.word("S-A")).isEqualTo("MergeReady");
    run.landed("S-A", new LandOutcome.Landed());
    assertThat(run.word("S-A")).isEqualTo("Merged");
  }

  @Test
  void workWhoseBaseMovedWhenTheRunIsCancelledIsGivenUp() {
    EngineRun run = Example.of("S-A").open().working("S-A").handsIn("S-A").computed("S-A");
    run.checked("S-A", new VerifyOutcome.Passed());
    run.give(new Input.CancelRun("ann", "enough"));
    run.landed("S-A", new LandOutcome.BaseMoved("b9"));
    assertThat(run.word("S-A")).isEqualTo("Abandoned");
  }
}
