package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateKind;
import dev.signalbox.limit.Limits;
import dev.signalbox.session.SessionId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What follows from the results of effects. */
class ResultRulesTest {
  @Test
  void anIssueThatSomebodyElseHasIsLeftToHim() {
    EngineRun run = Example.of("S-A").open();
    run.give(
        new Input.ClaimAnswered(run.cause("S-A"), new SessionId("S-A"), Optional.empty(), "bob"));
    assertThat(run.facts())
        .contains(
            new Fact.SessionFailed(
                new SessionId("S-A"), "expected issue SHOP-A to be free, found it claimed by bob"));
    assertThat(run.gate(GateKind.FAILURE).shown()).contains("bob");
    run.approve(GateKind.FAILURE);
    assertThat(run.effects())
        .contains(new Effect.AcquireClaim(run.cause("S-A"), new SessionId("S-A")));
  }

  @Test
  void aClaimLeadsToAWorkspaceAndAWorkspaceToAnAgent() {
    EngineRun run = Example.of("S-A").open().claimed("S-A");
    assertThat(run.effects())
        .containsExactly(new Effect.PrepareWorkspace(run.cause("S-A"), new SessionId("S-A")));
    run.made("S-A");
    assertThat(run.effects())
        .containsExactly(
            new Effect.StartAgent(
                run.cause("S-A"),
                new SessionId("S-A"),
                new Beginning(1, Optional.empty(), Optional.empty(), false)));
  }

  @Test
  void aStepThatMayPassIsTriedAgainAfterAPause() {
    EngineRun run = Example.of("S-A").open().claimed("S-A").stepFailed("S-A", true);
    assertThat(Engine.outstanding(run.state()))
        .noneMatch(Effect.PrepareWorkspace.class::isInstance);
    run.later(Duration.ofSeconds(4)).tick();
    assertThat(run.facts()).isEmpty();
    run.later(Duration.ofSeconds(1)).tick();
    assertThat(run.facts()).containsExactly(new Fact.StepRetried(new SessionId("S-A")));
    assertThat(run.effects())
        .containsExactly(new Effect.PrepareWorkspace(run.cause("S-A"), new SessionId("S-A")));
  }

  @Test
  void pausesDouble() {
    EngineRun run = Example.of("S-A").open().claimed("S-A").stepFailed("S-A", true);
    run.later(Duration.ofSeconds(5)).tick().stepFailed("S-A", true);
    assertThat(run.facts())
        .containsExactly(
            new Fact.StepFailed(
                new SessionId("S-A"), "index.lock is there", run.now().plusSeconds(10)));
  }

  @Test
  void oneFailureThatIsToldTwiceCountsOnce() {
    EngineRun run = Example.of("S-A").open().claimed("S-A");
    for (int i = 0; i < 2 * Limits.STEP_FAILURES_MAX; i++) {
      run.stepFailed("S-A", true);
    }
    assertThat(run.word("S-A")).isEqualTo("Preparing");
  }

  @Test
  void aStepThatFailsTooOftenFailsTheSession() {
    EngineRun run = Example.of("S-A").open().claimed("S-A");
    for (int i = 1; i < Limits.STEP_FAILURES_MAX; i++) {
      run.stepFailed("S-A", true).later(Duration.ofHours(1)).tick();
    }
    assertThat(run.word("S-A")).isEqualTo("Preparing");
    run.stepFailed("S-A", true);
    assertThat(run.word("S-A")).isEqualTo("Failed");
    assertThat(run.hasGate(GateKind.FAILURE)).isTrue();
  }

  @Test
  void aFailedCleanUpIsNoFailureOfTheSession() {
    EngineRun run = Example.of("S-A").open().working("S-A").handsIn("S-A").merges("S-A");
    run.stepFailed("S-A", true).stepFailed("S-A", false);
    assertThat(run.word("S-A")).isEqualTo("Merged");
    assertThat(Engine.outstanding(run.state())).anyMatch(Effect.CleanWorkspace.class::isInstance);
  }

  @Test
  void aStepOfALiveAgentThatFailsForGoodEndsTheProcessFirst() {
    EngineRun run =
        Example.of("S-A").open().working("S-A").completes("S-A").stepFailed("S-A", false);
    assertThat(run.effects()).anyMatch(Effect.StopAgent.class::isInstance);
    run.exits("S-A", 143);
    assertThat(run.word("S-A")).isEqualTo("Failed");
  }

  @Test
  void aWorkspaceThatIsKeptSaysWhy() {
    EngineRun run = Example.of("S-A").open().working("S-A").cancels("S-A").exits("S-A", 143);
    run.give(
        new Input.WorkspaceCleaned(run.cause("S-A"), new SessionId("S-A"), Optional.of("changes")));
    assertThat(run.at("S-A").known().cleaned())
        .isEqualTo(Optional.of(new Session.Cleaned(Optional.of("changes"))));
  }

  @Test
  void aFailedSessionKeepsItsWorkspaceAndItsClaimUntilAPersonDecides() {
    EngineRun run = Example.of("S-A").open().claimed("S-A").stepFailed("S-A", false);
    assertThat(Engine.outstanding(run.state())).noneMatch(Effect.ReleaseClaim.class::isInstance);
    run.reject(GateKind.FAILURE, "");
    assertThat(run.effects())
        .containsExactly(new Effect.ReleaseClaim(run.cause("S-A"), new SessionId("S-A"), 7));
  }
}
