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
      "Shows what reviewers found, what was decided about it, and what became of it.",
      "Works with and without a running engine."
    },
    mixinStandardHelpOptions = true)
final class ReviewsCommand implements Callable<Integer> {
  private final Records records;
  private final Terminal terminal;

  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description = "The run; the open one, or the last.")
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
