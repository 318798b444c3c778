package dev.signalbox.cli;

import dev.signalbox.control.Records;
import dev.signalbox.control.RunJson;
import dev.signalbox.view.RunView;
import dev.signalbox.view.StatusText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code signalbox status}: the run as it is now. */
@Command(
    name = "status",
    description = {
      "Shows the run once: sessions, costs, what waits for you.",
      "",
      "Also without a running engine, as the run was left."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox status",
      "  signalbox status --json  for a program",
      "",
      "See also: watch, sessions, inbox"
    },
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  private final Engines engines;
  private final Records records;
  private final Terminal terminal;

  @Mixin private EngineOption engine = new EngineOption();

  StatusCommand(Engines engines, Records records, Terminal terminal) {
    this.engines = engines;
    this.records = records;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Known known = Known.find(engines, records, engine.folder());
    RunView run = known.run();
    if (engine.isJson()) {
      terminal.out().println(RunJson.status(run, known.isEngineRunning()));
    } else {
      terminal.print(known.notice());
      terminal.print(StatusText.lines(run, terminal.columns()));
    }
    return ExitCode.DONE;
  }
}
