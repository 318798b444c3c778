package dev.signalbox.cli;

import dev.signalbox.control.CheckJson;
import dev.signalbox.view.CheckText;
import dev.signalbox.view.ProblemText;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signalbox check}: problems, verdicts, batches and the dispatch table of a plan. */
@Command(
    name = "check",
    description = {
      "Shows a plan's problems, what runs in parallel, and the table.",
      "",
      "Use it while you write a plan. Each problem has its line and column, errors",
      "stop everything, warnings do not. Nothing is started, nothing is written."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox check plan.md                     problems, batches, the table",
      "  signalbox check plan.md --markdown          the table, for an issue",
      "  signalbox check plan.md --json --pairs=all  everything, for a program",
      "  signalbox check linear:SHOP-100             a master issue and its sub-issues",
      "",
      "Exit codes: 0 no errors, 2 the plan has errors.",
      "",
      "See also: explain, prompt, dispatch"
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private final Planning planning;
  private final Terminal terminal;

  @Parameters(paramLabel = "PLAN", description = "A plan file, a folder, or - for standard input.")
  private String plan = "";

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Option(names = "--markdown", description = "Print only the dispatch table, as Markdown.")
  private boolean markdown;

  @Option(
      names = "--pairs",
      paramLabel = "WHICH",
      description = "all: also pairs that are simply parallel, or ordered through other phases.")
  private PairChoice pairs = PairChoice.some;

  @Option(names = "--repo", paramLabel = "DIR", description = "The repository, if not around PLAN.")
  private @Nullable String repository;

  /** Which pairs are shown; the names are what a person types. */
  enum PairChoice {
    some,
    all
  }

  CheckCommand(Planning planning, Terminal terminal) {
    this.planning = planning;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Planning.CheckedPlan checked = planning.check(plan, Optional.ofNullable(repository));
    boolean all = pairs == PairChoice.all;
    if (json) {
      CheckJson.write(checked.result(), checked.format(), all, terminal.out());
      terminal.out().println();
    } else if (markdown) {
      terminal.printErr(ProblemText.lines(checked.result().problems()));
      checked
          .result()
          .analysis()
          .ifPresent(a -> terminal.print(CheckText.markdown(checked.result(), a)));
    } else {
      terminal.print(ProblemText.lines(checked.result().problems()));
      checked.result().analysis().ifPresent(a -> text(checked, a, all));
    }
    return checked.result().hasErrors() ? ExitCode.PROBLEMS : ExitCode.DONE;
  }

  private void text(
      Planning.CheckedPlan checked, dev.signalbox.check.Analysis analysis, boolean all) {
    if (!checked.result().problems().isEmpty()) {
      terminal.out().println();
    }
    terminal.print(CheckText.terminal(checked.result(), analysis, all, terminal.columns()));
  }
}
