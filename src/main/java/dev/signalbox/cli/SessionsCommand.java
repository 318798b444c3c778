package dev.signalbox.cli;

import dev.signalbox.control.RunJson;
import dev.signalbox.view.RunView;
import dev.signalbox.view.StatusText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code signalbox sessions}: the sessions of the run. */
@Command(
    name = "sessions",
    description = "Lists the sessions of the run.",
    mixinStandardHelpOptions = true)
final class SessionsCommand implements Callable<Integer> {
  private final Engines engines;
  private final Terminal terminal;

  @Mixin private EngineOption engine = new EngineOption();

  SessionsCommand(Engines engines, Terminal terminal) {
    this.engines = engines;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    RunView run = engines.connect(engine.folder()).look();
    if (engine.isJson()) {
      terminal.out().println(RunJson.sessions(run));
    } else {
      terminal.print(StatusText.sessions(run.sessions(), terminal.columns()));
    }
    return ExitCode.DONE;
  }
}
