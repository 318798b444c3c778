package dev.signalbox.control.http;

import dev.signalbox.control.Control;
import dev.signalbox.control.ControlContractTest;
import dev.signalbox.control.EngineController;
import dev.signalbox.control.LocalControl;
import dev.signalbox.control.RunSketch;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class HttpControlTest extends ControlContractTest {
  @TempDir private Path folder = Path.of("");
  private final List<ControlServer> servers = new ArrayList<>();

  @Override
  protected Control control(EngineController engine) {
    Path state = folder.resolve("state " + servers.size());
    servers.add(
        ControlServer.start(
            new LocalControl(engine, RunSketch.REVISING),
            state,
            "a-run",
            Instant.parse("2026-11-22T10:00:00Z")));
    return HttpControl.find(state);
  }

  @AfterEach
  void stop() {
    servers.forEach(ControlServer::close);
  }
}
