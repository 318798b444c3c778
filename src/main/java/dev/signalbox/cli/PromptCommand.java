package dev.signalbox.cli;

import dev.signalbox.check.Analysis;
import dev.signalbox.check.Assignment;
import dev.signalbox.check.CheckResult;
import dev.signalbox.check.PromptTexts;
import dev.signalbox.error.Problem;
import dev.signalbox.prompt.PromptFields;
import dev.signalbox.view.ProblemText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signalbox prompt}: exactly what a phase's session will be told. */
@Command(
    name = "prompt",
    description = {
      "Prints the exact text that a phase's agent is given.",
      "",
      "Use it before a run, to read what you let agents do. What is missing in the",
      "plan for a prompt is told instead."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox prompt plan.md 1A",
      "",
      "Exit codes: 0 printed, 2 the plan lacks something.",
      "",
      "See also: check, dispatch"
    },
    mixinStandardHelpOptions = true)
final class PromptCommand implements Callable<Integer> {
  private final Planning planning;
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "PLAN", description = "A plan file, a folder, or -.")
  private String plan = "";

  @Parameters(index = "1", paramLabel = "PHASE", description = "A phase, such as 1A.")
  private String phase = "";

  @Option(names = "--repo", paramLabel = "DIR", description = "The repository, if not around PLAN.")
  private @Nullable String repository;

  PromptCommand(Planning planning, Terminal terminal) {
    this.planning = planning;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Planning.CheckedPlan checked = planning.check(plan, Optional.ofNullable(repository));
    CheckResult result = checked.result();
    Optional<Analysis> analysis = result.analysis();
    if (analysis.isEmpty()) {
      terminal.printErr(ProblemText.lines(result.problems()));
      return ExitCode.PROBLEMS;
    }
    Assignment assignment = result.assignments().get(PhaseChoice.index(result, phase));
    List<Problem> missing =
        PromptFields.missing(result.plan().header(), assignment.phase(), checked.home());
    terminal.printErr(ProblemText.lines(missing));
    if (missing.stream().anyMatch(Problem::isError)) {
      return ExitCode.PROBLEMS;
    }
    terminal.print(
        PromptTexts.of(result, analysis.get(), assignment, checked.place()).lines().toList());
    return ExitCode.DONE;
  }
}
