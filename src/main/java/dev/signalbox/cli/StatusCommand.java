package dev.signalbox.cli;

import dev.signalbox.control.RunJson;
import dev.signalbox.view.RunView;
import dev.signalbox.view.StatusText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code signalbox status}: the run as it is now. */
@Command(
    name = "status",
    description = "Shows the run: its sessions, costs, and what waits for you.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  private final Engines engines;
  private final Terminal terminal;

  @Mixin private EngineOption engine = new EngineOption();

  StatusCommand(Engines engines, Terminal terminal) {
    this.engines = engines;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    RunView run = engines.connect(engine.folder()).look();
    if (engine.isJson()) {
      terminal.out().println(RunJson.status(run));
    } else {
      terminal.print(StatusText.lines(run, terminal.columns()));
    }
    return ExitCode.DONE;
  }
}
