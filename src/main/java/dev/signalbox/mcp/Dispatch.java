package dev.signalbox.mcp;

import dev.signalbox.approval.GateKind;
import dev.signalbox.control.RunJson;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.AgentId;
import dev.signalbox.view.RunView;
import java.util.List;
import java.util.Optional;

/** {@code dispatch}: starts an engine, which starts no agent before a person approved its table. */
record Dispatch(Desk desk) implements Verb {
  private static final String AGENT = "agent";

  @Override
  public Sheet sheet() {
    return new Sheet(
        "dispatch",
        "Propose a run",
        "Starts a run of a plan and returns its dispatch table. No agent starts and nothing is"
            + " spent before a person approved that table, outside of this conversation. Use it"
            + " only when the person asked for a run and check_plan found no errors; show them"
            + " the table, then poll status. Where a run is going on, it says how that one"
            + " stands and starts nothing.",
        false,
        List.of(
            PlanVerbs.PLAN,
            new Argument(
                AGENT,
                false,
                "The id of the agent that works on every phase; without it, as the plan and the"
                    + " configuration say.")));
  }

  @Override
  public Reply answer(ToolInput input, Person person) {
    String plan = input.text(PlanVerbs.PLAN.name(), "a plan's path");
    Optional<AgentId> agent = input.findAgent(AGENT);
    input.demandSound();
    // An agent of a run is refused here: it starts no others.
    String _ = desk.person();
    Optional<RunView> going = going();
    if (going.isPresent()) {
      return Reply.document(
          "A run is going on in this state folder already: nothing was started. "
              + RunVerbs.waiting(going.get(), desk.inCommands()),
          RunJson.inbox(going.get()));
    }
    Desk.Checked checked = desk.check(plan);
    if (checked.result().hasErrors()) {
      return PlanVerbs.checked(checked).asError();
    }
    return switch (desk.begin(plan, agent)) {
      case Desk.Begun.Running(RunView run) -> Reply.document(begun(run), RunJson.inbox(run));
      case Desk.Begun.Ended(int exit, String log) ->
          new Reply(
              exit == 0
                  ? "Nothing was started."
                  : "The engine did not start; it ended with exit code " + exit + ".",
              new Reply.Content.Text(log.lines().toList()),
              exit != 0);
    };
  }

  private String begun(RunView run) {
    if (run.head().course().isOver()) {
      return "The run is over.";
    }
    boolean isProposed =
        run.inbox().stream().anyMatch(view -> view.gate().kind() == GateKind.TABLE);
    String stands =
        isProposed
            ? "The run waits to be approved; no agent works on it before. Show the person the table"
                + " below. "
            : "An engine works on the run, which was open before. ";
    return stands + RunVerbs.waiting(run, desk.inCommands()) + " Then poll status.";
  }

  /** The run of an engine that answers, unless it is over. */
  private Optional<RunView> going() {
    try {
      Desk.Known known = desk.run();
      return Optional.of(known.run())
          .filter(run -> known.isEngineRunning() && !run.head().course().isOver());
    } catch (SignalboxException e) {
      if (e.code() == ErrorCode.ENGINE_MISSING) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
