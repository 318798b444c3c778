package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateKind;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.TurnResult;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What follows from time, costs and the size of a conversation. */
class TickRulesTest {
  private static final SessionId A = new SessionId("S-A");

  private static EngineRun atWork() {
    return Example.of("S-A S-B").open().working("S-A").working("S-B");
  }

  @Test
  void aStartWithoutConfirmationIsStoppedAndTriedAnotherWay() {
    EngineRun run = Example.of("S-A").open().claimed("S-A").made("S-A").started("S-A");
    run.later(Duration.ofMinutes(5)).tick();
    assertThat(run.facts()).isEmpty();
    run.later(Duration.ofSeconds(1)).tick();
    assertThat(run.effects()).containsExactly(new Effect.StopAgent(run.state().sequence(), A, 1));
    run.exits("S-A", 143);
    assertThat(run.at("S-A").tally().approaches())
        .containsExactly("expected the words 'Session started' within 5 minutes, found none");
    assertThat(run.word("S-A")).isEqualTo("BackingOff");
  }

  @Test
  void aStartThatWasNotMadeYetHasNoLimit() {
    EngineRun run = Example.of("S-A").open().claimed("S-A").made("S-A");
    run.later(Duration.ofHours(1)).tick();
    assertThat(run.facts()).isEmpty();
  }

  @Test
  void aSilentAgentIsStoppedAndItsConversationGoesOn() {
    EngineRun run = atWork().later(Duration.ofMinutes(15)).tick();
    assertThat(run.facts()).isEmpty();
    run.later(Duration.ofSeconds(1)).tick("S-B", 0, 0);
    assertThat(run.word("S-A")).isEqualTo("Stopping");
    assertThat(run.word("S-B")).isEqualTo("Working");
    run.exits("S-A", 143).later(Duration.ofSeconds(5)).tick();
    assertThat(run.effects())
        .anyMatch(effect ->
            effect instanceof Effect.StartAgent start
                && start.beginning().conversation().equals(Optional.of("c-S-A1")));
  }

  @Test
  void anAgentThatWaitsForAPersonDoesNotStall() {
    EngineRun run = atWork().heard("S-A", Situation.asks(Situation.PERMISSION));
    run.later(Duration.ofDays(1)).tick("S-B", 0, 0);
    assertThat(run.word("S-A")).isEqualTo("AwaitingDecision");
    run.approve(GateKind.PERMISSION).tick("S-B", 0, 0);
    assertThat(run.word("S-A")).isEqualTo("Working");
  }

  @Test
  void aFillingConversationIsWarnedOnce() {
    EngineRun run = atWork().tick("S-A", 0, 49);
    assertThat(run.facts()).isEmpty();
    run.tick("S-A", 0, 50);
    assertThat(run.said("S-A")).containsExactly(new AgentMessage.Say(AgentText.CONTEXT_WARNING));
    run.tick("S-A", 0, 60);
    assertThat(run.facts()).isEmpty();
  }

  @Test
  void aFullConversationIsHandedOffToANewOne() {
    EngineRun run = atWork().tick("S-A", 0, 70);
    assertThat(run.said("S-A")).containsExactly(new AgentMessage.Say(AgentText.HAND_OFF));
    run.tick("S-A", 0, 80);
    assertThat(run.facts()).isEmpty();
    run.turnEnds("S-A", new TurnResult.Completed());
    assertThat(run.word("S-A")).isEqualTo("Stopping");
    run.exits("S-A", 143);
    assertThat(run.effects())
        .contains(
            new Effect.StartAgent(
                run.cause("S-A"),
                A,
                new Beginning(2, Optional.empty(), Optional.of(AgentText.TAKE_OVER), false)));
    assertThat(run.at("S-A").tally().approaches()).isEmpty();
  }

  @Test
  void anAgentThatEndsByItselfWhenItIsFullIsHandedOffToo() {
    EngineRun run = atWork().tick("S-A", 0, 70).exits("S-A", 0);
    assertThat(run.word("S-A")).isEqualTo("Starting");
    assertThat(run.at("S-A").attempt().orElseThrow().beginning().conversation()).isEmpty();
  }

  @Test
  void aCompleteTaskIsNotHandedOff() {
    EngineRun run = atWork().tick("S-A", 0, 70).completes("S-A");
    assertThat(run.word("S-A")).isEqualTo("Exiting");
  }

  @Test
  void aHandOffKeepsTheApprovedPlan() {
    EngineRun run = Example.of("S-A").launch(LaunchMode.PLAN).open().working("S-A");
    run.heard("S-A", Situation.asks(Situation.PLAN)).approve(GateKind.PLAN).tick("S-A", 0, 70);
    run.turnEnds("S-A", new TurnResult.Completed()).exits("S-A", 143);
    assertThat(run.at("S-A").attempt().orElseThrow().beginning().isPlanApproved()).isTrue();
  }

  @Test
  void theSpendCapHaltsEverySessionAtWork() {
    EngineRun run = atWork().heard("S-B", Situation.asks(Situation.PERMISSION));
    run.tick("S-A", 49_999_999, 0);
    assertThat(run.facts()).isEmpty();
    run.tick("S-A", 50_000_000, 0);
    assertThat(run.facts()).contains(new Fact.SpendCapReached(50_000_000));
    assertThat(run.word("S-A")).isEqualTo("Halted");
    assertThat(run.word("S-B")).isEqualTo("Halted");
    assertThat(run.said("S-A")).containsExactly(new AgentMessage.Interrupt());
    assertThat(run.gate(GateKind.SPEND).shown()).contains("cost $50", "cap is $50");
    run.tick("S-A", 60_000_000, 0);
    assertThat(run.facts()).isEmpty();
  }

  @Test
  void spendingAsMuchAgainLetsAllGoOn() {
    EngineRun run = atWork().tick("S-A", 50_000_000, 0).approve(GateKind.SPEND);
    assertThat(run.word("S-A")).isEqualTo("Working");
    assertThat(run.said("S-B")).containsExactly(new AgentMessage.Say(AgentText.GO_ON));
    run.tick("S-A", 99_999_999, 0);
    assertThat(run.facts()).isEmpty();
    run.tick("S-A", 100_000_000, 0);
    assertThat(run.gate(GateKind.SPEND).shown()).contains("cap is $100");
  }

  @Test
  void spendingNoMoreCancelsTheRun() {
    EngineRun run = atWork().tick("S-A", 50_000_000, 0).reject(GateKind.SPEND, "");
    assertThat(run.word("S-A")).isEqualTo("Stopping");
    assertThat(run.state().course().isCancelled()).isTrue();
  }

  @Test
  void nothingStartsWhileTheCapIsUndecided() {
    EngineRun run = Example.of("S-A S-B").parallelMax(1).open().working("S-A");
    run.tick("S-A", 50_000_000, 0).vanishes("S-A");
    assertThat(run.word("S-B")).isEqualTo("Planned");
  }

  @Test
  void theCapDoesNotOpenAnEstimateThatNobodyAgreedTo() {
    EngineRun run = atWork().heard("S-A", Situation.estimate(2_000));
    run.tick("S-A", 50_000_000, 0).approve(GateKind.SPEND);
    assertThat(run.said("S-A")).isEmpty();
    assertThat(run.word("S-A")).isEqualTo("AwaitingDecision");
    run.approve(GateKind.ESTIMATE);
    assertThat(run.said("S-A")).containsExactly(new AgentMessage.Say(AgentText.GO_ON));
  }
}
