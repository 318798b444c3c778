package dev.signalbox.cli;

import dev.signalbox.control.Records;
import dev.signalbox.view.RunView;
import dev.signalbox.view.SummaryText;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code signalbox watch}: follows the run until it is over. */
@Command(
    name = "watch",
    description = {
      "Shows the run on the screen until it is over.",
      "",
      "Made to stay open: what waits for you on top with what to type, then sessions by",
      "how they stand and since when, costs, and what was new. If the engine goes away,",
      "it says so, and goes on by itself when one is there again. q or Ctrl-C leaves it;",
      "the run goes on. In a pipe: one line for each change. With NO_COLOR set there are",
      "no colours."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox watch",
      "  signalbox watch --bell  rings when something waits for you",
      "",
      "Exit codes: 0 all merged or left with q, 1 not all merged.",
      "",
      "See also: status, inbox, attach, dashboard"
    },
    mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {
  private final Engines engines;
  private final Records records;
  private final Terminal terminal;

  @Option(names = "--bell", description = "Ring when something newly waits for you.")
  private boolean bell;

  @Mixin private FolderOption engine = new FolderOption();

  WatchCommand(Engines engines, Records records, Terminal terminal) {
    this.engines = engines;
    this.records = records;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (terminal.isScreen()) {
      return onScreen();
    }
    try (LiveView view = new LiveView(terminal, ZoneId.systemDefault())) {
      return ended(view.follow(engines.connect(engine.folder()), _ -> {}));
    }
  }

  private int onScreen() {
    Known first = Known.find(engines, records, engine.folder());
    RunView last;
    try (WatchScreen screen = new WatchScreen(terminal, engine.inCommands(), bell)) {
      last = new Watching(engines, records, engine.folder(), screen).follow(first.run());
    }
    if (!last.head().course().isOver()) {
      return ExitCode.DONE;
    }
    terminal.print(List.of(""));
    return ended(last);
  }

  private int ended(RunView last) {
    terminal.print(SummaryText.lines(last, terminal.columns()));
    return SummaryText.isGood(last) ? ExitCode.DONE : ExitCode.FAILED;
  }
}
