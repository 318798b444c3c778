package dev.signalbox.cli;

import dev.signalbox.control.Records;
import dev.signalbox.report.Report;
import dev.signalbox.report.ReportHtml;
import dev.signalbox.report.ReportMarkdown;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signalbox report}: what a run did. */
@Command(
    name = "report",
    description = {
      "Tells what a run did, as Markdown or as a page.",
      "",
      "What ran in parallel, what waited for whom, what people decided, cost against",
      "the estimate, conflicts foreseen and met, findings and their fate. Also",
      "without a running engine, and for runs of long ago."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox report                                  the open run, or the last",
      "  signalbox report checkout-1 --html > report.html  a page with a timeline",
      "",
      "See also: reviews, status"
    },
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  private final Records records;
  private final Terminal terminal;

  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description = "A run, such as checkout-1; else the open one, or the last.")
  private @Nullable String run;

  @Option(names = "--html", description = "Write one HTML page instead of Markdown.")
  private boolean isHtml;

  @Mixin private FolderOption folder = new FolderOption();

  ReportCommand(Records records, Terminal terminal) {
    this.records = records;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Report report = records.report(folder.folder(), Optional.ofNullable(run).map(Arguments::run));
    if (isHtml) {
      terminal.out().print(ReportHtml.page(report));
    } else {
      terminal.print(ReportMarkdown.lines(report));
    }
    return ExitCode.DONE;
  }
}
