package dev.signalbox.cli;

import dev.signalbox.view.CheckText;
import dev.signalbox.view.ProblemText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code signalbox demo}: the example plan, from problems to dispatch table. */
@Command(
    name = "demo",
    description = "Checks the example plan and shows its dispatch table.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private final Planning planning;
  private final Terminal terminal;
  private final String plan;

  /**
   * A demonstration.
   *
   * @param plan the path of the example plan
   */
  DemoCommand(Planning planning, Terminal terminal, String plan) {
    this.planning = planning;
    this.terminal = terminal;
    this.plan = plan;
  }

  @Override
  public Integer call() {
    Planning.CheckedPlan checked = planning.check(plan, Optional.empty());
    terminal.print(ProblemText.lines(checked.result().problems()));
    checked
        .result()
        .analysis()
        .ifPresent(a ->
            terminal.print(CheckText.terminal(checked.result(), a, false, terminal.columns())));
    terminal.print(
        List.of(
            "",
            "Look further:",
            "  ./signalbox explain " + plan + " 1A 2A",
            "  ./signalbox prompt " + plan + " 1A"));
    return checked.result().hasErrors() ? ExitCode.PROBLEMS : ExitCode.DONE;
  }
}
