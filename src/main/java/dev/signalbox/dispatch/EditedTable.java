package dev.signalbox.dispatch;

import dev.signalbox.agent.AgentCatalogue;
import dev.signalbox.agent.AgentChoice;
import dev.signalbox.agent.AgentReason;
import dev.signalbox.agent.AgentRouter;
import dev.signalbox.check.Analysis;
import dev.signalbox.check.Assignment;
import dev.signalbox.check.CheckResult;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.schedule.WishedOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A checked plan with a person's edits of the table (ADR 0027). The plan stays as it is: what
 * changes is who works on its phases, with what permission, and which work is merged first. What
 * nobody edited stays as the open run has it.
 */
public final class EditedTable {
  private static final AgentReason CHOSEN = new AgentReason("chosen in the table", false);
  private static final AgentReason KEPT = new AgentReason("as the table had it before", true);

  private final CheckResult result;
  private final RunSpec open;
  private final TableEdits edits;
  private final AgentCatalogue agents;
  private final AgentRouter router;
  private final List<String> problems = new ArrayList<>();

  private EditedTable(
      CheckResult result,
      RunSpec open,
      TableEdits edits,
      AgentCatalogue agents,
      AgentRouter router) {
    this.result = result;
    this.open = open;
    this.edits = edits;
    this.agents = agents;
    this.router = router;
  }

  /**
   * What became of edits.
   *
   * @param result the plan with them, whole; as it was where there is a problem
   * @param problems all that is in the way, one sentence each
   */
  public record Outcome(CheckResult result, List<String> problems) {
    public Outcome {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Applies edits.
   *
   * @param result of a plan without errors
   * @param open the run as it is now
   * @param edits all since the run was opened
   * @param router knows which agents are there
   */
  public static Outcome of(
      CheckResult result,
      RunSpec open,
      TableEdits edits,
      AgentCatalogue agents,
      AgentRouter router) {
    return new EditedTable(result, open, edits, agents, router).apply();
  }

  private Outcome apply() {
    Map<PhaseId, SessionSpec> sessions = new HashMap<>();
    open.sessions().forEach(session -> sessions.put(session.phase(), session));
    edits.phases().stream()
        .filter(phase -> !sessions.containsKey(phase))
        .forEach(phase ->
            problems.add(
                "%s: expected a phase of the run (%s), found another"
                    .formatted(
                        phase,
                        String.join(
                            ", ",
                            open.sessions().stream()
                                .map(session -> session.phase().value())
                                .toList()))));
    List<Assignment> assigned = new ArrayList<>();
    for (Assignment it : result.assignments()) {
      Optional<SessionSpec> session = Optional.ofNullable(sessions.get(it.phase().id()));
      assigned.add(session.map(spec -> assigned(it, spec)).orElse(it));
    }
    Analysis analysis = result.analysis().orElseThrow();
    if (!problems.isEmpty()) {
      // Phases that are not there have no place in an order.
      return new Outcome(result, problems);
    }
    WishedOrder.Result order =
        WishedOrder.of(analysis.schedule(), analysis.verdicts(), edits.order());
    problems.addAll(order.problems());
    return problems.isEmpty()
        ? new Outcome(with(assigned, analysis.with(order.schedule())), List.of())
        : new Outcome(result, problems);
  }

  private CheckResult with(List<Assignment> assigned, Analysis analysis) {
    return new CheckResult(
        result.plan(),
        result.counts(),
        result.problems(),
        Routing.withBranches(result, assigned),
        Optional.of(analysis));
  }

  private Assignment assigned(Assignment it, SessionSpec spec) {
    PhaseId phase = it.phase().id();
    Optional<LaunchMode> launch = edits.launch(phase);
    Assignment launched = launch.map(mode -> it.launchedAs(mode, "chosen in the table")).orElse(it);
    Optional<AgentId> chosen = edits.agent(phase);
    if (chosen.isPresent()) {
      return by(launched, chosen.get(), CHOSEN);
    }
    AgentId present = spec.handling().agent();
    boolean isSame = it.agent().filter(agent -> agent.id().equals(present)).isPresent();
    AgentReason reason = isSame ? it.agentReason() : KEPT;
    // Whether it is there was looked at when the run was opened; only a new permission is asked.
    return launch.isPresent()
        ? by(launched, present, reason)
        : agents.find(present).map(agent -> launched.by(agent, reason)).orElse(launched);
  }

  private Assignment by(Assignment it, AgentId id, AgentReason reason) {
    AgentRouter.Demand demand = new AgentRouter.Demand(it.phase(), it.exec(), it.launch().launch());
    return switch (router.wished(demand, id, reason)) {
      case AgentChoice.Chosen(var agent, var why) -> it.by(agent, why);
      case AgentChoice.None(Problem problem) -> {
        problems.add(problem.message() + "; " + hint(problem));
        yield it;
      }
    };
  }

  /** What helps at the table; a problem's own hint is about the plan's file. */
  private String hint(Problem problem) {
    if (problem.code() == ErrorCode.PLAN_AGENT_UNKNOWN) {
      return "choose one of "
          + agents.agents().stream()
              .map(agent -> agent.id().value())
              .collect(Collectors.joining(", "));
    }
    return problem.code() == ErrorCode.PLAN_AGENT_UNABLE
        ? "choose another agent or launch mode"
        : problem.hint();
  }
}
