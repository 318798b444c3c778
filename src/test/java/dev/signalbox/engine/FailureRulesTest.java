package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateKind;
import dev.signalbox.limit.Limits;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.TurnResult;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is tried again, how often, and when a person decides. */
class FailureRulesTest {
  private static final SessionId A = new SessionId("S-A");

  private static EngineRun atWork() {
    return Example.of("S-A").open().working("S-A");
  }

  private static Beginning next(EngineRun run) {
    run.later(Duration.ofHours(1)).tick();
    return run.at("S-A").attempt().orElseThrow().beginning();
  }

  @Test
  void anotherApproachIsANewConversationThatKnowsWhatFailed() {
    EngineRun run = atWork().turnEnds("S-A", new TurnResult.Failed("the wrong tree"));
    run.exits("S-A", 143);
    Beginning beginning = next(run);
    assertThat(beginning.attempt()).isEqualTo(2);
    assertThat(beginning.conversation()).isEmpty();
    assertThat(beginning.note().orElseThrow()).contains("the wrong tree");
  }

  @Test
  void afterTwoFailedApproachesAPersonDecides() {
    EngineRun run = atWork().turnEnds("S-A", new TurnResult.Failed("the wrong tree"));
    run.exits("S-A", 143).later(Duration.ofHours(1)).tick().working("S-A").exits("S-A", 3);
    assertThat(run.word("S-A")).isEqualTo("Failed");
    assertThat(run.gate(GateKind.FAILURE).shown()).contains("the wrong tree", "exit code 3");
  }

  @Test
  void aPersonsRetryForgivesAndStillTellsWhatFailed() {
    EngineRun run = atWork().exits("S-A", 3).later(Duration.ofHours(1)).tick();
    run.working("S-A").exits("S-A", 4).approve(GateKind.FAILURE);
    assertThat(run.at("S-A").tally().approaches()).isEmpty();
    assertThat(next(run).note().orElseThrow()).contains("exit code 3", "exit code 4");
  }

  @Test
  void aFailedServiceIsTriedAgainInTheSameConversationAfterAGrowingPause() {
    EngineRun run = atWork();
    Duration pause = Duration.ofSeconds(5);
    for (int i = 1; i < Limits.SERVICE_FAILURES_MAX; i++) {
      run.turnEnds("S-A", new TurnResult.ServiceFailed("529")).exits("S-A", 143);
      run.later(pause.minusSeconds(1)).tick();
      assertThat(run.word("S-A")).isEqualTo("BackingOff");
      run.later(Duration.ofSeconds(1)).tick();
      assertThat(run.at("S-A").attempt().orElseThrow().beginning().conversation())
          .contains("c-S-A" + i);
      run.working("S-A");
      pause = pause.multipliedBy(2);
    }
    assertThat(run.at("S-A").tally().approaches()).isEmpty();
    run.turnEnds("S-A", new TurnResult.ServiceFailed("529")).exits("S-A", 143);
    assertThat(run.at("S-A").tally().approaches()).containsExactly("529");
  }

  @Test
  void aTurnThatEndsWellForgetsFailuresOfTheService() {
    EngineRun run = atWork().turnEnds("S-A", new TurnResult.ServiceFailed("529"));
    run.exits("S-A", 143).later(Duration.ofHours(1)).tick().working("S-A");
    assertThat(run.at("S-A").tally().serviceFailures()).isEqualTo(1);
    run.turnEnds("S-A", new TurnResult.Completed());
    assertThat(run.at("S-A").tally().serviceFailures()).isZero();
  }

  @Test
  void aVanishedProcessIsResumedAtOnceInTheSameConversation() {
    EngineRun run = atWork().vanishes("S-A");
    assertThat(run.facts())
        .contains(
            new Fact.AttemptFailed(A, new Failing(Failing.Kind.VANISHED, "the process vanished")));
    assertThat(run.word("S-A")).isEqualTo("Starting");
    Beginning beginning = run.at("S-A").attempt().orElseThrow().beginning();
    assertThat(beginning.conversation()).contains("c-S-A1");
    assertThat(run.at("S-A").tally().approaches()).isEmpty();
  }

  @Test
  void aProcessThatKeepsVanishingIsAFailedApproach() {
    EngineRun run = atWork();
    for (int i = 0; i < Limits.VANISHED_MAX; i++) {
      run.vanishes("S-A").later(Duration.ofHours(1)).tick();
      if (run.word("S-A").equals("Starting")) {
        run.working("S-A");
      }
    }
    assertThat(run.at("S-A").tally().approaches()).containsExactly("the process vanished");
  }

  @Test
  void aReachedLimitGoesOnInTheSameConversation() {
    EngineRun run = atWork().turnEnds("S-A", new TurnResult.LimitReached("100 turns"));
    run.exits("S-A", 143);
    assertThat(next(run).conversation()).contains("c-S-A1");
    assertThat(run.at("S-A").tally().approaches()).containsExactly("100 turns");
  }
}
