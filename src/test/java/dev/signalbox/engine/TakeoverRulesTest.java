package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.TurnResult;
import dev.signalbox.workspace.MergeOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TakeoverRulesTest {
  private static final SessionId A = new SessionId("S-A");

  private static Answer ask(EngineRun run, String who) {
    return run.give(new Input.TakeOver(A, who));
  }

  private static String refusal(EngineRun run) {
    Answer answer = ask(run, "bob");
    assertThat(run.facts()).isEmpty();
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused) answer).reason();
  }

  @Test
  void endsTheAgentBeforeThePersonHasTheSession() {
    EngineRun run = Situation.atWork();
    assertThat(ask(run, "ann")).isEqualTo(new Answer.Taken());
    assertThat(run.facts()).containsExactly(new Fact.TakeoverBegun(A, "ann"));
    assertThat(run.effects())
        .singleElement()
        .isInstanceOfSatisfying(
            Effect.StopAgent.class, it -> assertThat(it.attempt()).isEqualTo(1));
    assertThat(run.hasGate(GateKind.TAKEOVER)).isFalse();
    run.exits("S-A", 143);
    assertThat(run.facts())
        .contains(
            new Fact.HandedOver(
                A, "ann", new Beginning(2, Optional.of("c-S-A1"), Optional.empty(), false)));
    assertThat(run.word("S-A")).isEqualTo("TakenOver");
    assertThat(run.hasGate(GateKind.TAKEOVER)).isTrue();
  }

  @Test
  void nothingHappensToItByItselfMeanwhile() {
    EngineRun run = Situation.atWork().takenOver("S-A");
    run.later(Duration.ofDays(3)).tick("S-A", 0, 90);
    assertThat(run.word("S-A")).isEqualTo("TakenOver");
    assertThat(run.at("S-A").isOccupying()).isTrue();
    run.exits("S-A", 1);
    assertThat(run.facts()).hasOnlyElementsOfType(Fact.AgentExited.class).hasSize(1);
    assertThat(run.later(Duration.ofDays(3)).tick().word("S-A")).isEqualTo("TakenOver");
  }

  @Test
  void goesOnInTheSameConversationWithThePersonsWords() {
    EngineRun run = Situation.atWork().takenOver("S-A").exits("S-A", 0);
    assertThat(run.decide(GateKind.TAKEOVER, new GateDecision.Answered(List.of("Mind the gap."))))
        .isEqualTo(new Answer.Taken());
    Beginning next =
        run.facts().stream()
            .filter(Fact.AttemptBegun.class::isInstance)
            .map(fact -> ((Fact.AttemptBegun) fact).beginning())
            .findFirst()
            .orElseThrow();
    assertThat(next.attempt()).isEqualTo(3);
    assertThat(next.conversation()).contains("c-S-A1");
    assertThat(next.note().orElseThrow()).contains("Mind the gap.", "git log", "Session started");
    assertThat(run.history()).noneMatch(Fact.AttemptFailed.class::isInstance);
    assertThat(run.at("S-A").tally().approaches()).isEmpty();
  }

  @Test
  void givingBackEndsAScreenThatIsStillOpenFirst() {
    EngineRun run = Situation.atWork().takenOver("S-A").approve(GateKind.TAKEOVER);
    assertThat(run.word("S-A")).isEqualTo("Stopping");
    assertThat(run.effects())
        .singleElement()
        .isInstanceOfSatisfying(
            Effect.StopAgent.class, it -> assertThat(it.attempt()).isEqualTo(2));
    assertThat(run.vanishes("S-A").word("S-A")).isEqualTo("Starting");
  }

  @Test
  void whoTookAnApprovedPlanOverGivesItBackApproved() {
    EngineRun run =
        Situation.atWork().heard("S-A", Situation.asks(Situation.PLAN)).approve(GateKind.PLAN);
    run.takenOver("S-A").exits("S-A", 0).approve(GateKind.TAKEOVER);
    assertThat(run.at("S-A").tally().marks().isPlanApproved()).isTrue();
  }

  @Test
  void openQuestionsAreWithdrawnAndLateOnesDenied() {
    EngineRun run = Situation.atWork().heard("S-A", Situation.asks(Situation.CHOICE));
    ask(run, "ann");
    assertThat(run.hasGate(GateKind.QUESTION)).isFalse();
    run.heard("S-A", Situation.asks(Situation.PERMISSION));
    assertThat(run.said("S-A")).hasOnlyElementsOfType(AgentMessage.Deny.class).hasSize(1);
    assertThat(run.hasGate(GateKind.PERMISSION)).isFalse();
  }

  @Test
  void aSecondPersonIsToldWhoHasIt() {
    EngineRun run = Situation.atWork();
    ask(run, "ann");
    assertThat(refusal(run)).contains("taken over by ann", "--give-back");
    run.exits("S-A", 143);
    assertThat(refusal(run)).contains("taken over by ann", "--give-back");
    assertThat(run.give(new Input.Tell(A, "hello", "bob")))
        .isInstanceOfSatisfying(
            Answer.Refused.class, it -> assertThat(it.reason()).contains("taken over by ann"));
  }

  @Test
  void whatStandsStillCanBeTakenOverAtOnce() {
    EngineRun halted =
        Situation.atWork().turnEnds("S-A", new TurnResult.Interrupted()).vanishes("S-A");
    assertThat(halted.takenOver("S-A").word("S-A")).isEqualTo("TakenOver");
    assertThat(halted.hasGate(GateKind.TURN)).isFalse();
    EngineRun conflict = Situation.atWork().handsIn("S-A");
    conflict.computed("S-A", new MergeOutcome.Conflict("b1", List.of("a"), "<<<"));
    assertThat(conflict.takenOver("S-A").word("S-A")).isEqualTo("TakenOver");
    assertThat(conflict.hasGate(GateKind.CONFLICT)).isFalse();
  }

  @Test
  void whatIsOverOrUnderWayIsRefusedWithTheReason() {
    assertThat(refusal(Example.of("S-A").open())).contains("no conversation yet");
    assertThat(refusal(Example.of("S-A").open().claimed("S-A").made("S-A")))
        .contains("is starting");
    assertThat(refusal(Situation.atWork().completes("S-A"))).contains("is done");
    assertThat(refusal(Situation.atWork().handsIn("S-A"))).contains("is being merged");
    assertThat(refusal(Situation.atWork().handsIn("S-A").merges("S-A"))).contains("over: Merged");
    assertThat(refusal(Situation.atWork().cancels("S-A"))).contains("being ended");
    assertThat(refusal(Situation.atWork().tick("S-A", 60_000_000, 0))).contains("spend cap");
  }

  @Test
  void cancellingTheRunEndsTheScreenToo() {
    EngineRun run = Situation.atWork().takenOver("S-A");
    run.give(new Input.CancelRun("bob", "enough"));
    assertThat(run.hasGate(GateKind.TAKEOVER)).isFalse();
    assertThat(run.word("S-A")).isEqualTo("Stopping");
    assertThat(run.exits("S-A", 143).word("S-A")).isEqualTo("Abandoned");
    assertThat(run.heard("S-A", new AgentSignal.StartConfirmed()).word("S-A"))
        .isEqualTo("Abandoned");
  }

  @Test
  void aRunWithATakenOverSessionWaitsForPeople() {
    EngineRun run = Example.of("S-A").open().working("S-A").registryWritten().takenOver("S-A");
    assertThat(Engine.isWaitingForPeople(run.registryWritten().state())).isTrue();
  }
}
