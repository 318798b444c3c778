package dev.signalbox.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.control.EngineController;
import dev.signalbox.control.RunSketch;
import dev.signalbox.engine.Beginning;
import dev.signalbox.engine.Effect;
import dev.signalbox.engine.Input;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeSpaceTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aFullDiskStartsNothingAndMayPass() throws IOException {
    List<Input> results = new ArrayList<>();
    AgentHands hands = new AgentHands(EmptyPorts.in(folder), results::add, Long.MAX_VALUE);
    var state = EngineController.working().look().state();
    hands.start(
        state,
        new Effect.StartAgent(7, RunSketch.A, beginning(state.find(RunSketch.A).orElseThrow())));
    assertThat(results).hasSize(1);
    assertThat(results.getFirst())
        .isInstanceOfSatisfying(
            Input.StepFailed.class,
            failed -> {
              assertThat(failed.mayPass()).isTrue();
              assertThat(failed.reason()).startsWith("disk: expected ").contains(" MB free below ");
            });
    assertThat(folder.resolve("state")).doesNotExist();
  }

  private static Beginning beginning(dev.signalbox.engine.Session session) {
    return session.attempt().orElseThrow().beginning();
  }

  @Test
  void roomIsLookedForWhereTheFolderWillBe() {
    assertThat(FreeSpace.shortage(folder.resolve("a/b/c"), 1)).isEqualTo(Optional.empty());
    assertThat(FreeSpace.shortage(folder.resolve("a/b/c"), Long.MAX_VALUE))
        .hasValueSatisfying(reason -> assertThat(reason).contains(folder.toString()));
  }
}
