package dev.signalbox.cli;

import dev.signalbox.control.Records;
import dev.signalbox.control.ReviewsJson;
import dev.signalbox.view.ReviewView;
import dev.signalbox.view.ReviewsText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signalbox reviews}: what reviewers found in a run, and what became of it. */
@Command(
    name = "reviews",
    description = {
      "Shows what reviewers found and what became of it.",
      "",
      "Also without a running engine."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox reviews  of the open run, or the last",
      "  signalbox reviews checkout-1",
      "",
      "See also: report, inbox"
    },
    mixinStandardHelpOptions = true)
final class ReviewsCommand implements Callable<Integer> {
  private final Records records;
  private final Terminal terminal;

  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description = "A run, such as checkout-1; else the open one, or the last.")
  private @Nullable String run;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Mixin private FolderOption folder = new FolderOption();

  ReviewsCommand(Records records, Terminal terminal) {
    this.records = records;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<ReviewView> reviews =
        records.reviews(folder.folder(), Optional.ofNullable(run).map(Arguments::run));
    if (json) {
      terminal.out().println(ReviewsJson.write(reviews));
    } else if (reviews.isEmpty()) {
      terminal.out().println("Nothing was reviewed.");
    } else {
      terminal.print(ReviewsText.lines(reviews, terminal.columns()));
    }
    return ExitCode.DONE;
  }
}
