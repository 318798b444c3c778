package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateKind;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.SessionId;
import dev.signalbox.workspace.ExitLook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What follows when a session says that it is done, or its process ends. */
class ExitRulesTest {
  private static final SessionId A = new SessionId("S-A");

  private static EngineRun complete() {
    return Example.of("S-A").open().working("S-A").completes("S-A");
  }

  @Test
  void theInputEndsBeforeTheBranchIsTakenIn() {
    EngineRun run = complete().seen("S-A", EngineRun.goodLook());
    assertThat(run.facts()).contains(new Fact.ExitVerified(A, "All is well."));
    assertThat(run.said("S-A")).containsExactly(new AgentMessage.EndInput());
    assertThat(run.effects()).noneMatch(Effect.TakeIn.class::isInstance);
    run.exits("S-A", 0);
    assertThat(run.effects()).containsExactly(new Effect.TakeIn(run.cause("S-A"), A));
  }

  @Test
  void anAgentThatDoesNotEndIsStoppedAndItsWorkIsTaken() {
    EngineRun run = complete().seen("S-A", EngineRun.goodLook());
    run.later(Duration.ofSeconds(61)).tick();
    assertThat(run.effects()).containsExactly(new Effect.StopAgent(run.state().sequence(), A, 1));
    run.exits("S-A", 143);
    assertThat(run.effects()).containsExactly(new Effect.TakeIn(run.cause("S-A"), A));
  }

  @Test
  void whatIsMissingIsAskedForOnceAndThenAPersonDecides() {
    EngineRun run = complete().seen("S-A", EngineRun.dirtyLook());
    assertThat(run.facts())
        .contains(new Fact.ExitAsked(A, List.of("uncommitted changes: left.txt")));
    assertThat(run.said("S-A").toString()).contains("left.txt", "TASK_COMPLETE");
    assertThat(run.word("S-A")).isEqualTo("Working");
    run.completes("S-A").seen("S-A", EngineRun.dirtyLook());
    assertThat(run.word("S-A")).isEqualTo("Halted");
    assertThat(run.gate(GateKind.EXIT).shown()).contains("left.txt");
    run.approve(GateKind.EXIT).exits("S-A", 0);
    assertThat(run.effects()).containsExactly(new Effect.TakeIn(run.cause("S-A"), A));
  }

  @Test
  void aPersonMaySendTheSessionBackToWhatIsMissing() {
    EngineRun run = complete().seen("S-A", EngineRun.dirtyLook()).completes("S-A");
    run.seen("S-A", EngineRun.dirtyLook()).reject(GateKind.EXIT, "commit it");
    assertThat(run.said("S-A").toString()).contains("commit it");
    assertThat(run.word("S-A")).isEqualTo("Working");
  }

  @Test
  void aSessionWhoseProcessIsGoneIsAskedInANewProcess() {
    EngineRun run = complete().exits("S-A", 0).seen("S-A", EngineRun.dirtyLook());
    assertThat(run.word("S-A")).isEqualTo("Starting");
    Beginning beginning = run.at("S-A").attempt().orElseThrow().beginning();
    assertThat(beginning.conversation()).contains("c-S-A1");
    assertThat(beginning.note().orElseThrow()).contains("left.txt", "Session started");
  }

  @Test
  void aMissingSummaryAloneIsAskedForOnceAndThenWritten() {
    EngineRun run = complete().seen("S-A", EngineRun.lookWithoutSummary());
    assertThat(run.said("S-A").toString()).contains(".sdd-summary.md");
    run.completes("S-A").seen("S-A", EngineRun.lookWithoutSummary());
    assertThat(run.facts()).contains(new Fact.ExitVerified(A, "No summary was handed in."));
    assertThat(run.state().gates()).isEmpty();
  }

  @Test
  void anAnalysisNeedsNoCommit() {
    ExitLook look =
        new ExitLook(Optional.of("tip"), 0, List.of(), true, Optional.of("Do not do it."));
    EngineRun run = Example.of("S-A").analysis().open().working("S-A").completes("S-A");
    run.seen("S-A", look);
    assertThat(run.facts()).contains(new Fact.ExitVerified(A, "Do not do it."));
    EngineRun code = complete().seen("S-A", look);
    assertThat(code.facts())
        .contains(new Fact.ExitAsked(A, List.of("no commit on scripted/shop-A")));
  }

  @Test
  void anotherBranchIsMissingWork() {
    ExitLook look = new ExitLook(Optional.of("tip"), 1, List.of(), false, Optional.of("Done."));
    EngineRun run = complete().seen("S-A", look);
    assertThat(run.said("S-A").toString()).contains("has to be checked out");
  }

  @Test
  void anAgentThatEndsWellBeforeItSaidSoIsLookedAt() {
    EngineRun run = Example.of("S-A").open().working("S-A").exits("S-A", 0);
    assertThat(run.effects()).containsExactly(new Effect.LookAtExit(run.cause("S-A"), A));
  }

  @Test
  void anAgentThatEndsBeforeItConfirmedHasFailed() {
    EngineRun run = Example.of("S-A").open().claimed("S-A").made("S-A").started("S-A");
    run.exits("S-A", 0);
    assertThat(run.at("S-A").tally().approaches())
        .containsExactly("exit code 0 before it confirmed");
  }
}
