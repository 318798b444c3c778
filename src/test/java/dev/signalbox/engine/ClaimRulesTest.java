package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.TurnResult;
import dev.signalbox.tracker.IssueStatus;
import dev.signalbox.workspace.LandOutcome;
import dev.signalbox.workspace.VerifyOutcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What follows when a claim is lost, or cannot be confirmed. */
class ClaimRulesTest {
  private static final SessionId A = new SessionId("S-A");

  private static EngineRun working() {
    return Example.of("S-A").tracked().open().working("S-A");
  }

  private static EngineRun landing() {
    return Example.of("S-A")
        .open()
        .working("S-A")
        .handsIn("S-A")
        .computed("S-A")
        .checked("S-A", new VerifyOutcome.Passed());
  }

  private static List<Effect> asked(EngineRun run) {
    return Engine.outstanding(run.state()).stream()
        .filter(effect -> effect instanceof Effect.OfSession)
        .filter(effect -> !(effect instanceof Effect.SendMessage))
        .toList();
  }

  private static void regained(EngineRun run) {
    run.give(new Input.ClaimAnswered(run.cause("S-A"), A, Optional.of(9L), ""));
  }

  @Test
  void aSessionThatLostItsIssueIsStoppedAndAPersonIsToldWhoHasIt() {
    EngineRun run = working().loses("S-A");
    assertThat(run.word("S-A")).isEqualTo("Halted");
    assertThat(run.gate(GateKind.CLAIM).shown()).contains("SHOP-A", "run-2/S-X on host/b");
    assertThat(asked(run)).hasOnlyElementsOfType(Effect.StopAgent.class).hasSize(1);
    run.exits("S-A", 143);
    assertThat(asked(run)).isEmpty();
    run.tick();
    assertThat(run.facts()).isEmpty();
  }

  @Test
  void nothingIsWrittenToAnIssueThatIsAnothers() {
    EngineRun run = working();
    run.give(new Input.IssueAnswered(A, IssueStatus.STARTED, Optional.empty()));
    run.loses("S-A").exits("S-A", 143).reject(GateKind.CLAIM, "leave it to them");
    assertThat(run.word("S-A")).isEqualTo("Abandoned");
    assertThat(asked(run)).hasOnlyElementsOfType(Effect.CleanWorkspace.class).hasSize(1);
    run.give(new Input.WorkspaceCleaned(run.cause("S-A"), A, Optional.empty()));
    run.registryWritten();
    assertThat(run.state().course().isClosed()).isTrue();
  }

  @Test
  void anApprovalClaimsItAgainOnceItsProcessIsGoneAndGoesOnWithTheConversation() {
    EngineRun run = working().loses("S-A").approve(GateKind.CLAIM);
    assertThat(asked(run)).hasOnlyElementsOfType(Effect.StopAgent.class);
    run.exits("S-A", 143);
    assertThat(asked(run)).hasOnlyElementsOfType(Effect.AcquireClaim.class).hasSize(1);
    regained(run);
    assertThat(run.at("S-A").known().fencing()).contains(9L);
    assertThat(run.at("S-A").trace().hold()).isEqualTo(new Hold.Sure());
    assertThat(run.facts())
        .filteredOn(Fact.AttemptBegun.class::isInstance)
        .singleElement()
        .extracting(fact -> ((Fact.AttemptBegun) fact).beginning().conversation())
        .isEqualTo(Optional.of("c-S-A1"));
  }

  @Test
  void oneThatIsStillAnothersAsksAgain() {
    EngineRun run = working().loses("S-A").exits("S-A", 143).approve(GateKind.CLAIM);
    run.give(new Input.ClaimAnswered(run.cause("S-A"), A, Optional.empty(), "run-3/S-Y on host/c"));
    assertThat(run.word("S-A")).isEqualTo("Halted");
    assertThat(run.gate(GateKind.CLAIM).shown()).contains("run-3/S-Y on host/c");
    run.approve(GateKind.CLAIM).stepFailed("S-A", true);
    assertThat(run.gate(GateKind.CLAIM).shown()).contains("index.lock is there");
    assertThat(asked(run)).isEmpty();
  }

  @Test
  void workThatWasReadyToLandLandsAfterItWasClaimedAgain() {
    EngineRun run = landing().loses("S-A");
    assertThat(asked(run)).isEmpty();
    run.approve(GateKind.CLAIM);
    regained(run);
    assertThat(asked(run)).hasOnlyElementsOfType(Effect.LandMerge.class).hasSize(1);
  }

  @Test
  void aMergeThatWasUnderWayWhenTheClaimWasLostIsAMerge() {
    EngineRun run = landing();
    long cause = run.cause("S-A");
    run.loses("S-A");
    run.give(new Input.MergeLanded(cause, A, new LandOutcome.Landed()));
    assertThat(run.at("S-A").state()).isEqualTo(new SessionState.Merged(Optional.of("merge-S-A")));
    assertThat(run.hasGate(GateKind.CLAIM)).isFalse();
  }

  @Test
  void aMergeGateOfALostSessionWaits() {
    EngineRun run = Example.of("S-A").reviewed().open().working("S-A").handsIn("S-A").loses("S-A");
    assertThat(run.decide(GateKind.MERGE, new GateDecision.Approved()))
        .isInstanceOf(Answer.Refused.class);
    assertThat(run.give(new Input.TakeOver(A, "ann"))).isInstanceOf(Answer.Refused.class);
    run.approve(GateKind.CLAIM);
    regained(run);
    run.approve(GateKind.MERGE);
    assertThat(run.word("S-A")).isEqualTo("MergeReady");
  }

  @Test
  void aPersonWhoLetsTheRunSpendMoreDoesNotStartWhatIsAnothers() {
    EngineRun run = working().tick("S-A", 60_000_000, 0).loses("S-A").exits("S-A", 143);
    run.approve(GateKind.SPEND);
    assertThat(run.word("S-A")).isEqualTo("Halted");
    run.approve(GateKind.CLAIM);
    regained(run);
    assertThat(run.word("S-A")).isEqualTo("Starting");
  }

  @Test
  void aHaltOfAnotherKindStaysOneAfterTheClaimIsBack() {
    EngineRun run =
        working().turnEnds("S-A", new TurnResult.Interrupted()).loses("S-A").exits("S-A", 143);
    run.approve(GateKind.CLAIM);
    regained(run);
    assertThat(run.word("S-A")).isEqualTo("Halted");
    run.approve(GateKind.TURN);
    assertThat(run.word("S-A")).isEqualTo("Exiting");
  }

  @Test
  void anAgentElsewhereIsLeftAloneBecauseStoppingItWritesToTheIssue() {
    EngineRun run = Example.of("S-A").tracked().elsewhere().open().working("S-A").loses("S-A");
    assertThat(asked(run)).isEmpty();
    run.reject(GateKind.CLAIM, "");
    assertThat(run.word("S-A")).isEqualTo("Abandoned");
    assertThat(asked(run)).hasOnlyElementsOfType(Effect.CleanWorkspace.class);
  }

  @Test
  void aClaimInDoubtHoldsUpMergesAndNothingElse() {
    EngineRun run = Example.of("S-A").open().working("S-A").doubts("S-A");
    assertThat(run.word("S-A")).isEqualTo("Working");
    run.handsIn("S-A");
    assertThat(run.word("S-A")).isEqualTo("MergeReady");
    assertThat(asked(run)).isEmpty();
    run.holds("S-A", new Hold.Sure());
    assertThat(asked(run)).hasOnlyElementsOfType(Effect.ComputeMerge.class);
  }

  @Test
  void aMergeThatIsUnderWayWhenTheClaimComesInDoubtIsPutOff() {
    EngineRun run =
        Example.of("S-A").open().working("S-A").handsIn("S-A").computed("S-A").doubts("S-A");
    run.checked("S-A", new VerifyOutcome.Passed());
    assertThat(run.history()).anyMatch(Fact.MergePostponed.class::isInstance);
    assertThat(asked(run)).isEmpty();
  }

  @Test
  void anAnswerAboutAnEarlierClaimSaysNothing() {
    EngineRun run = working();
    run.give(new Input.ClaimSeen(A, 6, new Hold.Lost("somebody")));
    assertThat(run.facts()).isEmpty();
  }

  @Test
  void aSessionThatIsOverAsksNobody() {
    EngineRun run = landing().landed("S-A", new LandOutcome.Landed()).loses("S-A");
    assertThat(run.word("S-A")).isEqualTo("Merged");
    assertThat(run.state().gates()).isEmpty();
    run.give(new Input.WorkspaceCleaned(run.cause("S-A"), A, Optional.empty()));
    assertThat(asked(run)).isEmpty();
  }
}
