package dev.signalbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.engine.Engine;
import dev.signalbox.engine.Input;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.TurnResult;
import org.junit.jupiter.api.Test;

class StandstillTest {
  private static boolean isStill(EngineController engine) {
    return Engine.isWaitingForPeople(engine.look().state());
  }

  @Test
  void aTableThatWaitsStandsStill() {
    EngineController engine = EngineController.waiting("the table");
    assertThat(isStill(engine)).as("the plan file is still to be written").isFalse();
    engine.writeRegistry();
    assertThat(isStill(engine)).isTrue();
  }

  @Test
  void anAgentThatWorksMovesTheRunAndSoDoesWhatIsAskedOfTheWorld() {
    EngineController engine = EngineController.working();
    assertThat(isStill(engine)).isFalse();
    engine.showPlan(RunSketch.A, "a plan");
    assertThat(isStill(engine)).isFalse();
    for (int i = 0; i < 6; i++) {
      engine.hear(RunSketch.B, new AgentSignal.TurnEnded(new TurnResult.Completed()));
    }
    assertThat(isStill(engine)).as("the plan file is still to be written").isFalse();
    engine.writeRegistry();
    assertThat(isStill(engine)).isTrue();
  }

  @Test
  void aRunThatIsOverWaitsForNobody() {
    EngineController engine = EngineController.working();
    engine.submit(new Input.CancelRun("anna", "enough"));
    engine.exit(RunSketch.A);
    engine.exit(RunSketch.B);
    engine.writeRegistry();
    assertThat(isStill(engine)).isFalse();
  }
}
