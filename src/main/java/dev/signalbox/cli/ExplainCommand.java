package dev.signalbox.cli;

import dev.signalbox.check.Analysis;
import dev.signalbox.check.CheckResult;
import dev.signalbox.view.ExplainText;
import dev.signalbox.view.ProblemText;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signalbox explain}: why two phases may, or may not, run at the same time. */
@Command(
    name = "explain",
    description = {
      "Says why two phases may or may not run at the same time.",
      "",
      "Shows the rule that decided, what it rests on, and how to overrule it."
    },
    footer = {"", "Examples:", "  signalbox explain plan.md 1A 2B", "", "See also: check"},
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  private final Planning planning;
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "PLAN", description = "A plan file, a folder, or -.")
  private String plan = "";

  @Parameters(index = "1", paramLabel = "A", description = "A phase, such as 1A.")
  private String a = "";

  @Parameters(index = "2", paramLabel = "B", description = "Another phase.")
  private String b = "";

  @Option(names = "--repo", paramLabel = "DIR", description = "The repository, if not around PLAN.")
  private @Nullable String repository;

  ExplainCommand(Planning planning, Terminal terminal) {
    this.planning = planning;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    CheckResult result = planning.check(plan, Optional.ofNullable(repository)).result();
    Optional<Analysis> analysis = result.analysis();
    if (analysis.isEmpty()) {
      terminal.printErr(ProblemText.lines(result.problems()));
      return ExitCode.PROBLEMS;
    }
    int first = PhaseChoice.index(result, a);
    int second = PhaseChoice.index(result, b);
    if (first == second) {
      throw PhaseChoice.same(a);
    }
    terminal.print(ExplainText.lines(analysis.get(), first, second));
    return ExitCode.DONE;
  }
}
