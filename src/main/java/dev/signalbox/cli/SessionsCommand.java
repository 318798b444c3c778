package dev.signalbox.cli;

import dev.signalbox.control.Records;
import dev.signalbox.control.RunJson;
import dev.signalbox.view.RunView;
import dev.signalbox.view.StatusText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code signalbox sessions}: the sessions of the run. */
@Command(
    name = "sessions",
    description = {
      "Lists the run's sessions, and nothing else.",
      "",
      "With --json also branches, pull requests and files outside of the scope."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox sessions",
      "  signalbox sessions --json",
      "",
      "See also: status, log, attach"
    },
    mixinStandardHelpOptions = true)
final class SessionsCommand implements Callable<Integer> {
  private final Engines engines;
  private final Records records;
  private final Terminal terminal;

  @Mixin private EngineOption engine = new EngineOption();

  SessionsCommand(Engines engines, Records records, Terminal terminal) {
    this.engines = engines;
    this.records = records;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Known known = Known.find(engines, records, engine.folder());
    RunView run = known.run();
    if (engine.isJson()) {
      terminal.out().println(RunJson.sessions(run, known.isEngineRunning()));
    } else {
      terminal.print(known.notice());
      terminal.print(StatusText.sessions(run.sessions(), terminal.columns()));
    }
    return ExitCode.DONE;
  }
}
