package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.Usd;
import dev.signalbox.session.Access;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Question;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.TurnResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What follows from what an agent says. */
class WorkRulesTest {
  private static final SessionId A = new SessionId("S-A");

  private static EngineRun at(ExecMode mode) {
    return Example.of("S-A S-B").exec(mode).open().working("S-A").working("S-B");
  }

  private static EngineRun planning() {
    return Example.of("S-A").launch(LaunchMode.PLAN).open().working("S-A");
  }

  private static AgentSignal asks(String id, String tool) {
    Access.Kind kind = tool.equals("Read") ? Access.Kind.READS : Access.Kind.RUNS;
    return new AgentSignal.Asked(
        new Question.Permission(id, tool, "{}", new Access(kind, List.of())));
  }

  @Test
  void anEstimateAboveTheCheckpointInterruptsAndAsks() {
    EngineRun run = at(ExecMode.TDD).heard("S-A", Situation.estimate(1_001));
    assertThat(run.said("S-A")).containsExactly(new AgentMessage.Interrupt());
    assertThat(run.gate(GateKind.ESTIMATE).shown()).contains("$10.01", "$10");
    assertThat(run.word("S-A")).isEqualTo("AwaitingDecision");
    run.turnEnds("S-A", new TurnResult.Interrupted());
    assertThat(run.facts()).isEmpty();
    run.approve(GateKind.ESTIMATE);
    assertThat(run.said("S-A")).containsExactly(new AgentMessage.Say(AgentText.GO_ON));
    assertThat(run.word("S-A")).isEqualTo("Working");
  }

  @Test
  void anEstimateAtTheCheckpointIsOnlyNoted() {
    EngineRun run = at(ExecMode.TDD).heard("S-A", Situation.estimate(1_000));
    assertThat(run.facts()).containsExactly(new Fact.EstimateStated(A, new Usd(1_000)));
  }

  @Test
  void aRejectedEstimateGivesTheSessionUp() {
    EngineRun run = at(ExecMode.TDD).heard("S-A", Situation.estimate(1_001));
    run.reject(GateKind.ESTIMATE, "too dear").exits("S-A", 143);
    assertThat(run.facts())
        .contains(new Fact.SessionAbandoned(A, "ann rejected its estimate: too dear"));
  }

  @Test
  void anEstimateThatNobodyAgreedToIsAskedAboutAgain() {
    EngineRun run = at(ExecMode.TDD).heard("S-A", Situation.estimate(1_001)).vanishes("S-A");
    assertThat(run.hasGate(GateKind.ESTIMATE)).isFalse();
    run.working("S-A").heard("S-A", Situation.estimate(1_001));
    assertThat(run.hasGate(GateKind.ESTIMATE)).isTrue();
  }

  @Test
  void anEstimateIsAskedAboutAgainWhenItsAgentEndedWhileHalted() {
    EngineRun run = at(ExecMode.TDD).heard("S-A", Situation.estimate(1_001));
    run.heard("S-A", new AgentSignal.ConflictFlagged("another way")).vanishes("S-A");
    assertThat(run.word("S-A")).isEqualTo("Halted");
    assertThat(run.hasGate(GateKind.ESTIMATE)).isFalse();
    run.approve(GateKind.SEMANTIC).working("S-A").heard("S-A", Situation.estimate(1_001));
    assertThat(run.hasGate(GateKind.ESTIMATE)).isTrue();
  }

  @Test
  void nothingIsChangedBeforeThePlanIsApproved() {
    EngineRun run = planning().heard("S-A", asks("p1", "Bash"));
    assertThat(run.said("S-A")).containsExactly(new AgentMessage.Deny("p1", AgentText.PLAN_FIRST));
    assertThat(run.state().gates()).isEmpty();
    assertThat(run.word("S-A")).isEqualTo("Working");
  }

  @Test
  void toolsThatOnlyReadAreAskedAboutBeforeThePlanIsApproved() {
    EngineRun run = planning().heard("S-A", asks("p1", "Read"));
    assertThat(run.hasGate(GateKind.PERMISSION)).isTrue();
  }

  @Test
  void afterThePlanIsApprovedToolsAreAskedAbout() {
    EngineRun run = planning().heard("S-A", Situation.asks(Situation.PLAN));
    assertThat(run.gate(GateKind.PLAN).shown()).isEqualTo("First this, then that.");
    run.approve(GateKind.PLAN);
    assertThat(run.said("S-A")).containsExactly(new AgentMessage.ApprovePlan("q2", false));
    run.heard("S-A", asks("p1", "Bash"));
    assertThat(run.gate(GateKind.PERMISSION).title()).isEqualTo("S-A asks to use Bash");
  }

  @Test
  void aRejectedPlanIsRevisedAndStillNothingMayBeChanged() {
    EngineRun run = planning().heard("S-A", Situation.asks(Situation.PLAN));
    run.reject(GateKind.PLAN, "smaller steps");
    assertThat(run.said("S-A")).containsExactly(new AgentMessage.Deny("q2", "smaller steps"));
    run.heard("S-A", asks("p1", "Bash"));
    assertThat(run.said("S-A")).containsExactly(new AgentMessage.Deny("p1", AgentText.PLAN_FIRST));
  }

  @Test
  void anAgentThatAsksAgainWhileItsQuestionIsOpenIsHeardOnce() {
    EngineRun run =
        at(ExecMode.TDD).heard("S-A", asks("p1", "Bash")).heard("S-A", asks("p1", "Bash"));
    assertThat(run.facts()).isEmpty();
    assertThat(run.state().gates()).hasSize(1);
  }

  @Test
  void aQuestionThatTheAgentTakesBackIsWithdrawn() {
    EngineRun run = at(ExecMode.TDD).heard("S-A", asks("p1", "Bash"));
    run.heard("S-A", new AgentSignal.QuestionClosed("p1"));
    assertThat(run.state().gates()).isEmpty();
    assertThat(run.word("S-A")).isEqualTo("Working");
  }

  @Test
  void aSessionWithTwoQuestionsWaitsForBothAnswers() {
    EngineRun run = at(ExecMode.TDD).heard("S-A", asks("p1", "Bash"));
    run.heard("S-A", Situation.asks(Situation.CHOICE)).approve(GateKind.PERMISSION);
    assertThat(run.word("S-A")).isEqualTo("AwaitingDecision");
    run.approve(GateKind.QUESTION);
    assertThat(run.word("S-A")).isEqualTo("Working");
  }

  @ParameterizedTest
  @EnumSource(names = {"QUICK", "TDD", "SPIKE"})
  void someModesGoOnByThemselvesFiveTimes(ExecMode mode) {
    EngineRun run = at(mode);
    for (int i = 2; i <= Limits.TASK_ITERATIONS_MAX; i++) {
      run.turnEnds("S-A", new TurnResult.Completed());
      assertThat(run.facts()).contains(new Fact.TaskContinued(A, i));
      assertThat(run.said("S-A")).containsExactly(new AgentMessage.Say(AgentText.CONTINUE));
    }
    run.turnEnds("S-A", new TurnResult.Completed());
    assertThat(run.word("S-A")).isEqualTo("Halted");
    assertThat(run.gate(GateKind.TURN).title())
        .isEqualTo("S-A ended its turn without TASK_COMPLETE");
  }

  @ParameterizedTest
  @EnumSource(names = {"PAIR", "CHECKPOINT", "SWARM"})
  void otherModesAskAPersonAtOnce(ExecMode mode) {
    EngineRun run = at(mode).turnEnds("S-A", new TurnResult.Completed());
    assertThat(run.word("S-A")).isEqualTo("Halted");
    assertThat(run.hasGate(GateKind.TURN)).isTrue();
    run.reject(GateKind.TURN, "the tests, too");
    assertThat(run.said("S-A")).hasSize(1);
    assertThat(run.said("S-A").getFirst().toString()).contains("the tests, too");
    assertThat(run.word("S-A")).isEqualTo("Working");
  }

  @Test
  void aPersonMayTakeTheWorkAsDone() {
    EngineRun run = at(ExecMode.PAIR).turnEnds("S-A", new TurnResult.Completed());
    run.approve(GateKind.TURN);
    assertThat(run.effects()).contains(new Effect.LookAtExit(run.cause("S-A"), A));
  }

  @Test
  void aTurnWithoutTheWordsThatConfirmTheStartIsAFailedApproach() {
    EngineRun run = Example.of("S-A").open().claimed("S-A").made("S-A").started("S-A");
    run.completes("S-A").exits("S-A", 143);
    assertThat(run.at("S-A").tally().approaches())
        .containsExactly("expected the words 'Session started', found a turn without them");
  }

  @Test
  void aFlaggedConflictHaltsTheSessionAndThoseItNames() {
    EngineRun run = Example.of("S-A S-B S-C").open();
    run.working("S-A").working("S-B").working("S-C");
    run.heard("S-A", new AgentSignal.ConflictFlagged("the price in SHOP-B is in cents"));
    assertThat(run.word("S-A")).isEqualTo("Halted");
    assertThat(run.word("S-B")).isEqualTo("Halted");
    assertThat(run.word("S-C")).isEqualTo("Working");
    assertThat(run.gate(GateKind.SEMANTIC).sessions()).containsExactly(A, new SessionId("S-B"));
    run.decide(GateKind.SEMANTIC, new GateDecision.Answered(List.of("use dollars")));
    assertThat(run.said("S-A").toString()).contains("use dollars", "SHOP-B is in cents");
    assertThat(run.said("S-B").toString()).contains("use dollars");
    assertThat(run.word("S-B")).isEqualTo("Working");
  }

  @Test
  void aConflictOfSessionsThatWereGivenUpIsNoQuestionAnyMore() {
    EngineRun run = at(ExecMode.TDD).heard("S-A", new AgentSignal.ConflictFlagged("with S-B"));
    run.cancels("S-A").exits("S-A", 143);
    assertThat(run.hasGate(GateKind.SEMANTIC)).isTrue();
    run.cancels("S-B").exits("S-B", 143);
    assertThat(run.hasGate(GateKind.SEMANTIC)).isFalse();
  }

  @Test
  void rejectingAConflictGivesEachSessionUpOnce() {
    EngineRun run = at(ExecMode.TDD).heard("S-A", new AgentSignal.ConflictFlagged("with S-B"));
    run.cancels("S-A").exits("S-A", 143).reject(GateKind.SEMANTIC, "").exits("S-B", 143);
    assertThat(run.history().stream().filter(Fact.SessionAbandoned.class::isInstance)).hasSize(2);
  }

  @Test
  void aQuestionOfAnInterruptedTurnIsWithdrawnAlsoWhileHalted() {
    EngineRun run = at(ExecMode.TDD).heard("S-A", asks("p1", "Bash"));
    run.heard("S-B", new AgentSignal.ConflictFlagged("with S-A"));
    run.turnEnds("S-A", new TurnResult.Interrupted());
    assertThat(run.hasGate(GateKind.PERMISSION)).isFalse();
    run.approve(GateKind.SEMANTIC);
    assertThat(run.word("S-A")).isEqualTo("Working");
  }

  @Test
  void anEndingAgentIsAllowedNothingMore() {
    EngineRun run = at(ExecMode.TDD).completes("S-A").heard("S-A", asks("p1", "Bash"));
    assertThat(run.said("S-A")).containsExactly(new AgentMessage.Deny("p1", AgentText.ENDING));
  }
}
