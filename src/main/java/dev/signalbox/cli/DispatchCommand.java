package dev.signalbox.cli;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.control.Control;
import dev.signalbox.control.GateRef;
import dev.signalbox.engine.Bounds;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.CostCheckpoint;
import dev.signalbox.plan.RunPolicy;
import dev.signalbox.plan.Usd;
import dev.signalbox.view.GateView;
import dev.signalbox.view.RunView;
import dev.signalbox.view.SummaryText;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signalbox dispatch}: runs a plan, or goes on with the run that is open. */
@Command(
    name = "dispatch",
    description = {
      "Runs a plan; the same command goes on after a break.",
      "",
      "Shows the table and asks. Then one agent works on each phase, batch by batch,",
      "each in a clone of its own, and the work is merged in a safe order. It may be",
      "killed at any time: run it again, and the run goes on where it stands. What",
      "only you can decide waits in the inbox: type the commands shown in another",
      "terminal."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox dispatch plan.md                   asks, then runs",
      "  signalbox dispatch plan.md --agent scripted  scripted agents, no account",
      "  signalbox dispatch plan.md --yes --spend-cap 20 --copy .env",
      "  signalbox dispatch plan.md --yes --no-wait   ends when you are needed",
      "",
      "Exit codes: 0 all merged, 1 a phase failed or was given up, 2 the plan has",
      "errors, 3 it waits for a person (--no-wait).",
      "",
      "See also: check, watch, inbox, status"
    },
    mixinStandardHelpOptions = true)
final class DispatchCommand implements Callable<Integer> {
  private final Planning planning;
  private final Dispatching dispatching;
  private final Engines engines;
  private final Terminal terminal;

  @Parameters(paramLabel = "PLAN", description = "A plan file or a folder.")
  private String plan = "";

  @Option(
      names = "--agent",
      paramLabel = "ID",
      description = "The agent that works on every phase; doctor lists them.")
  private @Nullable String agent;

  @Option(names = "--yes", description = "Approve the table in advance; other gates still ask.")
  private boolean yes;

  @Option(
      names = "--no-wait",
      description = "End with exit code 3 when nothing moves any more without a person.")
  private boolean noWait;

  @Option(
      names = "--rolling",
      description = "Start each phase as soon as it can, without waiting for its batch.")
  private boolean rolling;

  @Option(names = "--review", description = "You are asked before every merge.")
  private boolean review;

  @Option(names = "--again", description = "Run phases again that an earlier run merged.")
  private boolean again;

  @Option(
      names = "--copy",
      paramLabel = "PATH",
      description = "An ignored file that each workspace gets, such as .env. May be repeated.")
  private List<String> copies = new ArrayList<>();

  @Option(
      names = "--spend-cap",
      paramLabel = "USD",
      description = "Stop everything and ask at this cost (default: ${DEFAULT-VALUE}).",
      defaultValue = "100")
  private BigDecimal spendCap = BigDecimal.ZERO;

  @Option(
      names = "--start-limit",
      paramLabel = "SECONDS",
      description = "How long an agent may take to confirm its start (default: ${DEFAULT-VALUE}).",
      defaultValue = "300")
  private long startLimit;

  @Option(
      names = "--stall-limit",
      paramLabel = "SECONDS",
      description =
          "How long an agent may be silent before it counts as stalled (default: ${DEFAULT-VALUE}).",
      defaultValue = "900")
  private long stallLimit;

  @Option(names = "--repo", paramLabel = "DIR", description = "The repository, if not around PLAN.")
  private @Nullable String repository;

  @Mixin private FolderOption state = new FolderOption();

  DispatchCommand(Planning planning, Dispatching dispatching, Engines engines, Terminal terminal) {
    this.planning = planning;
    this.dispatching = dispatching;
    this.engines = engines;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<Planning.CheckedPlan> sound =
        SoundPlan.of(
            planning, terminal, plan, Optional.ofNullable(repository), Planning.CheckedPlan::home);
    if (sound.isEmpty()) {
      return ExitCode.PROBLEMS;
    }
    Planning.CheckedPlan checked = sound.get();
    if (yes) {
      // An agent's process is refused here: it may not approve what it is about to start.
      String _ = engines.person();
    }
    Optional<Dispatching.Running> begun = dispatching.begin(checked, wish(checked));
    if (begun.isEmpty()) {
      terminal.print(
          List.of("Nothing is left to do: every phase is merged. --again runs them again."));
      return ExitCode.DONE;
    }
    try (Dispatching.Running running = begun.get()) {
      return follow(running);
    }
  }

  private Dispatching.Wish wish(Planning.CheckedPlan checked) {
    RunPolicy policy = checked.result().plan().header().policy();
    Optional<Usd> checkpoint =
        switch (policy.costCheckpoint()) {
          case CostCheckpoint.Above(Usd limit) -> Optional.of(limit);
          case CostCheckpoint.Unlimited _ -> Optional.empty();
        };
    Bounds bounds =
        new Bounds(
            policy.maxParallel(),
            rolling,
            review,
            checkpoint,
            Optional.of(new Usd(spendCap.movePointRight(2).longValue())),
            Duration.ofSeconds(startLimit),
            Duration.ofSeconds(stallLimit));
    return new Dispatching.Wish(
        plan,
        state.folder(),
        Optional.ofNullable(agent).map(AgentId::new),
        bounds,
        copies,
        yes,
        again);
  }

  private int follow(Dispatching.Running running) {
    Control control = running.control();
    GatePrompt prompt = new GatePrompt(terminal, state.inCommands());
    if (running.isResumed()) {
      terminal.print(List.of("Going on with run " + control.look().head().run() + "."));
    }
    if (terminal.isScreen()) {
      running.dashboard().ifPresent(link -> terminal.print(List.of("Dashboard: " + link, "")));
    }
    approveTable(control, prompt);
    RunView last;
    try (LiveView view = new LiveView(terminal, ZoneId.systemDefault())) {
      last =
          view.follow(
              control,
              gate -> prompt.announce(gate, control.look().at(), view),
              noWait
                  ? Optional.of(new StandstillWatch(running::isWaitingForPeople, System::nanoTime))
                  : Optional.empty());
    }
    if (!last.head().course().isOver()) {
      terminal.print(
          List.of(
              "Nothing moves without you: decisions waiting: " + last.inbox().size() + ".",
              "Agents that wait for an answer stay alive. The same command goes on with the run."));
      return ExitCode.WAITING;
    }
    terminal.print(SummaryText.lines(last, terminal.columns()));
    return SummaryText.isGood(last) ? ExitCode.DONE : ExitCode.FAILED;
  }

  /** Asks at the terminal; where there is none, the gate waits in the inbox like any other. */
  private void approveTable(Control control, GatePrompt prompt) {
    RunView now = control.look();
    for (GateView view : now.inbox()) {
      Gate gate = view.gate();
      if (gate.kind() == GateKind.TABLE && terminal.isScreen()) {
        GatePrompt.Asked asked = prompt.ask(view, control);
        Gate last = asked.gate().gate();
        Optional<Answer> answer =
            asked
                .decision()
                .map(made ->
                    control.decide(
                        new GateRef(last.number(), last.hash()), made, engines.person()));
        if (answer.filter(Answer.Changed.class::isInstance).isPresent()) {
          approveTable(control, prompt);
        }
      }
    }
  }
}
