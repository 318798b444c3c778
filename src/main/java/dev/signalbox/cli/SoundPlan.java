package dev.signalbox.cli;

import dev.signalbox.cli.Planning.CheckedPlan;
import dev.signalbox.error.Problem;
import dev.signalbox.prompt.IssueHome;
import dev.signalbox.prompt.PromptFields;
import dev.signalbox.view.ProblemText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A plan that is about to be acted on: everything that prompts need has to be there. */
final class SoundPlan {
  private SoundPlan() {}

  /**
   * Checks a plan and prints what is wrong with it; empty where that is an error.
   *
   * @param repository a folder in the repository that it is about, if not around it
   * @param home where the issues of its phases have to be
   */
  static Optional<CheckedPlan> of(
      Planning planning,
      Terminal terminal,
      String plan,
      Optional<String> repository,
      Function<CheckedPlan, IssueHome> home) {
    CheckedPlan checked = planning.check(plan, repository);
    List<Problem> problems = new ArrayList<>(checked.result().problems());
    problems.addAll(PromptFields.missing(checked.result().plan(), home.apply(checked)));
    terminal.printErr(ProblemText.lines(problems));
    terminal.err().flush();
    return problems.stream().anyMatch(Problem::isError) ? Optional.empty() : Optional.of(checked);
  }
}
