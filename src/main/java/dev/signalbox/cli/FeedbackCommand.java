package dev.signalbox.cli;

import dev.signalbox.control.FeedbackJson;
import dev.signalbox.control.Records;
import dev.signalbox.view.FeedbackRow;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code signalbox feedback}: what came in, and where it went. */
@Command(
    name = "feedback",
    description = {
      "Lists what other systems said and where it went.",
      "",
      "The latest first, with what became of it."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox feedback",
      "  signalbox feedback --json",
      "",
      "See also: serve, inbox"
    },
    mixinStandardHelpOptions = true)
final class FeedbackCommand implements Callable<Integer> {
  private static final int MOST = 200;

  private final Records records;
  private final Terminal terminal;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Mixin private FolderOption folder = new FolderOption();

  FeedbackCommand(Records records, Terminal terminal) {
    this.records = records;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<FeedbackRow> rows = records.feedback(folder.folder(), MOST);
    if (json) {
      terminal.out().println(FeedbackJson.write(rows));
    } else if (rows.isEmpty()) {
      terminal.out().println("Nothing came in.");
    } else {
      rows.forEach(this::print);
    }
    return ExitCode.DONE;
  }

  private void print(FeedbackRow row) {
    PrintWriter out = terminal.out();
    out.printf(
        "%-7s  %-28s  %-12s  %s%n", row.state(), row.source(), row.kind(), row.destination());
    out.printf("         %s%n", row.title());
    row.outcome().ifPresent(outcome -> out.printf("         -> %s%n", outcome));
  }
}
