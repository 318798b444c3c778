package dev.signalbox.cli;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.control.Control;
import dev.signalbox.control.GateRef;
import dev.signalbox.engine.Bounds;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.Usd;
import dev.signalbox.view.CheckText;
import dev.signalbox.view.GateView;
import dev.signalbox.view.InboxText;
import dev.signalbox.view.ProblemText;
import dev.signalbox.view.RunView;
import dev.signalbox.view.SummaryText;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signalbox demo}: a whole run with scripted agents, in a repository made for it. */
@Command(
    name = "demo",
    description = {
      "Runs a plan with scripted agents; needs no account.",
      "",
      "In a repository made for it. What a person would decide, the demo decides and",
      "says so. It takes ten seconds."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox demo",
      "  signalbox demo --folder /tmp/demo  to look at it afterwards",
      "",
      "See also: doctor, init"
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final String WHO = "the demo";

  private final Planning planning;
  private final Dispatching dispatching;
  private final Demonstration demonstration;
  private final Terminal terminal;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "An empty folder for it; else a new temporary one.")
  private @Nullable String folder;

  DemoCommand(
      Planning planning, Dispatching dispatching, Demonstration demonstration, Terminal terminal) {
    this.planning = planning;
    this.dispatching = dispatching;
    this.demonstration = demonstration;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Demonstration.Stage stage = demonstration.prepare(Optional.ofNullable(folder));
    Planning.CheckedPlan checked = planning.check(stage.plan(), Optional.empty());
    say("A repository and a plan were made in " + stage.folder(), "");
    terminal.print(ProblemText.lines(checked.result().problems()));
    checked
        .result()
        .analysis()
        .ifPresent(analysis ->
            terminal.print(
                CheckText.terminal(checked.result(), analysis, false, terminal.columns())));
    terminal.out().flush();
    RunView last = run(checked, stage);
    terminal.print(SummaryText.lines(last, terminal.columns()));
    say("", "Merged into main, newest first:", "");
    terminal.print(demonstration.history(stage));
    say("", "The plan file shows:", "");
    terminal.print(demonstration.registry(stage));
    say("", "Everything is in " + stage.folder() + " to look at.");
    return SummaryText.isGood(last) ? ExitCode.DONE : ExitCode.FAILED;
  }

  private void say(String... lines) {
    terminal.print(List.of(lines));
    terminal.out().flush();
  }

  private RunView run(Planning.CheckedPlan checked, Demonstration.Stage stage) {
    Bounds bounds =
        Bounds.of(
            checked.result().plan().header().policy().maxParallel(), Optional.of(new Usd(1_000)));
    Dispatching.Wish wish =
        new Dispatching.Wish(
            stage.plan(),
            Optional.of(stage.state()),
            Optional.of(new AgentId("scripted")),
            bounds,
            List.of(),
            false,
            false);
    try (Dispatching.Running running = dispatching.begin(checked, wish).orElseThrow();
        LiveView view = new LiveView(terminal, ZoneId.systemDefault())) {
      Control control = running.control();
      return view.follow(control, gate -> decide(control, gate, view));
    }
  }

  /** Does in the open what a person would do in another terminal. */
  private static void decide(Control control, GateView opened, LiveView view) {
    Gate gate = opened.gate();
    view.say(InboxText.entry(opened, control.look().at(), ""));
    view.say(List.of("The demo approves " + gate.id() + ": " + gate.kind().ifApproved() + ".", ""));
    control.decide(new GateRef(gate.number(), gate.hash()), new GateDecision.Approved(), WHO);
  }
}
