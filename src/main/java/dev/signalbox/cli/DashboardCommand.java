package dev.signalbox.cli;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code signalbox dashboard}: where to look at the run in a browser. */
@Command(
    name = "dashboard",
    description = {
      "Prints the address of the run's pages for a browser.",
      "",
      "The pages are served by the engine while it runs, or else by signalbox serve,",
      "for a browser on this machine. The address holds the right to decide: give it",
      "to nobody."
    },
    footer = {"", "Examples:", "  signalbox dashboard", "", "See also: watch, status"},
    mixinStandardHelpOptions = true)
final class DashboardCommand implements Callable<Integer> {
  private final Engines engines;
  private final Terminal terminal;

  @Option(
      names = "--metrics",
      description = "Print the token for /metrics instead, which reads figures and nothing else.")
  private boolean metrics;

  @Mixin private FolderOption folder = new FolderOption();

  DashboardCommand(Engines engines, Terminal terminal) {
    this.engines = engines;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    // An agent's process is refused here: whoever has the address may decide.
    String _ = engines.person();
    terminal.out().println(metrics ? token() : link());
    return ExitCode.DONE;
  }

  private String link() {
    return engines
        .dashboard(folder.folder())
        .orElseThrow(() ->
            new SignalboxException(
                ErrorCode.RECORD_MISSING,
                "expected a dashboard of the running engine, found none",
                List.of("look at engine.log in the state folder for the reason")));
  }

  private String token() {
    return engines
        .figuresToken(folder.folder())
        .orElseThrow(() ->
            new SignalboxException(
                ErrorCode.RECORD_MISSING,
                "expected a token for figures in the state folder, found none",
                List.of("start an engine there once: signalbox dispatch PLAN")));
  }
}
