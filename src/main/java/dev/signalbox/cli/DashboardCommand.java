package dev.signalbox.cli;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code signalbox dashboard}: where to look at the run in a browser. */
@Command(
    name = "dashboard",
    description = {
      "Prints the address of the run's pages for a browser.",
      "",
      "The pages are served by the engine while it runs, for a browser on this",
      "machine. The address holds the right to decide: give it to nobody."
    },
    footer = {"", "Examples:", "  signalbox dashboard", "", "See also: watch, status"},
    mixinStandardHelpOptions = true)
final class DashboardCommand implements Callable<Integer> {
  private final Engines engines;
  private final Terminal terminal;

  @Mixin private FolderOption folder = new FolderOption();

  DashboardCommand(Engines engines, Terminal terminal) {
    this.engines = engines;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    // An agent's process is refused here: whoever has the address may decide.
    String _ = engines.person();
    String link =
        engines
            .dashboard(folder.folder())
            .orElseThrow(() ->
                new SignalboxException(
                    ErrorCode.RECORD_MISSING,
                    "expected a dashboard of the running engine, found none",
                    List.of("look at notifications.log in the state folder for the reason")));
    terminal.out().println(link);
    return ExitCode.DONE;
  }
}
