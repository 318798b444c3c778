package dev.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.control.EngineController;
import dev.signalbox.control.LocalControl;
import dev.signalbox.control.http.ControlServer;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningCliIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void decidesInARunningEngine() {
    EngineController engine = EngineController.waiting("the table");
    Gate gate = engine.gate(GateKind.TABLE);
    String state = folder.toString();
    try (ControlServer _ =
        ControlServer.start(new LocalControl(engine), folder, "a-run", Instant.EPOCH)) {
      assertThat(Run.of("inbox", gate.id().toString(), "--state", state).out())
          .contains("| the table");
      Run stale = Run.of("approve", gate.number() + "-00000000", "--state", state);
      assertThat(stale.exit()).isEqualTo(3);
      assertThat(Run.of("approve", gate.id().toString(), "--state", state).exit()).isZero();
      assertThat(Run.of("status", "--state", state).out()).contains("batch 1 of 2");
    }
    assertThat(engine.settled(gate).who()).isEqualTo(System.getProperty("user.name"));
    Run gone = Run.of("status", "--state", state);
    assertThat(gone.exit()).isEqualTo(1);
    assertThat(gone.out()).isEmpty();
    assertThat(gone.err())
        .contains("Error [ENGINE_MISSING]: expected a running engine for ")
        .contains("Hint: run signalbox dispatch PLAN");
  }
}
