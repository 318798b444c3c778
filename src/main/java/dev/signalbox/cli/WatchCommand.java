package dev.signalbox.cli;

import dev.signalbox.control.Control;
import dev.signalbox.view.RunView;
import dev.signalbox.view.SummaryText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code signalbox watch}: follows the run until it is over. */
@Command(
    name = "watch",
    description = {
      "Shows the run on the screen until it is over.",
      "",
      "Made to stay open in a terminal of its own. In a pipe: one line for each",
      "change."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox watch",
      "",
      "Exit codes: 0 all merged, 1 not all.",
      "",
      "See also: status, inbox, attach, dashboard"
    },
    mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {
  private final Engines engines;
  private final Terminal terminal;

  @Mixin private FolderOption engine = new FolderOption();

  WatchCommand(Engines engines, Terminal terminal) {
    this.engines = engines;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Control control = engines.connect(engine.folder());
    RunView last;
    try (LiveView view = new LiveView(terminal, java.time.ZoneId.systemDefault())) {
      last = view.follow(control, _ -> {});
    }
    terminal.print(SummaryText.lines(last, terminal.columns()));
    return SummaryText.isGood(last) ? ExitCode.DONE : ExitCode.FAILED;
  }
}
