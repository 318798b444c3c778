package dev.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.cli.Cli;
import dev.signalbox.cli.Dispatching;
import dev.signalbox.cli.Terminal;
import dev.signalbox.control.Control;
import dev.signalbox.control.EngineController;
import dev.signalbox.control.LocalControl;
import dev.signalbox.control.RunSketch;
import dev.signalbox.engine.Engine;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class NoWaitIT {
  private static final Path NOWHERE = Path.of("no-such-folder");
  private static final Path PLAN =
      Path.of(System.getProperty("signalbox.root", "."))
          .resolve("examples/2026-11-22-shop-gift-cards.md");

  private final StringWriter out = new StringWriter();

  private int dispatch(EngineController engine) {
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            120);
    Clock clock = Clock.systemUTC();
    LocalMachine machine = new LocalMachine(Map.of(), NOWHERE, clock);
    return new Cli(
            new Cli.World(
                new LocalPlanning(terminal.in(), clock, NOWHERE),
                (_, _) -> Optional.of(new InThisProcess(engine)),
                new LocalEngines(Map.of(), NOWHERE),
                new LocalRecords(Map.of(), NOWHERE, clock),
                new LocalScreens(machine, new LocalEngines(Map.of(), NOWHERE)),
                new LocalCleaning(Map.of(), NOWHERE, clock),
                new Cli.Extras(
                    new LocalDemonstration(Map.of(), NOWHERE), new LocalDoctor(machine, NOWHERE))),
            terminal)
        .run("dispatch", PLAN.toString(), "--no-wait");
  }

  private record InThisProcess(EngineController engine) implements Dispatching.Running {
    @Override
    public Control control() {
      return new LocalControl(engine);
    }

    @Override
    public boolean isResumed() {
      return true;
    }

    @Override
    public boolean isWaitingForPeople() {
      return Engine.isWaitingForPeople(engine.look().state());
    }

    @Override
    public String stateFolder() {
      return "";
    }

    @Override
    public void close() {}
  }

  @Test
  void endsWhenEveryAgentWaitsForAPerson() {
    EngineController engine = EngineController.working();
    engine.writeRegistry();
    engine.showPlan(RunSketch.A, "a plan");
    engine.showPlan(RunSketch.B, "another plan");
    assertThat(dispatch(engine)).isEqualTo(3);
    assertThat(out.toString()).contains("Nothing moves without you: decisions waiting: 2.");
  }
}
