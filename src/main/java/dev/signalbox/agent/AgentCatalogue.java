package dev.signalbox.agent;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.Phase;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The agents that Signalbox knows.
 *
 * @param agents in the order of preference; ids are unique, case ignored
 */
public record AgentCatalogue(List<AgentProfile> agents) {
  public AgentCatalogue {
    agents = List.copyOf(agents);
    Set<String> seen = new LinkedHashSet<>();
    for (AgentProfile agent : agents) {
      if (!seen.add(agent.id().value().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("expected unique agent ids, found twice " + agent.id());
      }
    }
  }

  /** The agent with that id, case ignored. */
  public Optional<AgentProfile> find(AgentId id) {
    return agents.stream()
        .filter(agent -> agent.id().value().equalsIgnoreCase(id.value()))
        .findFirst();
  }

  /**
   * The agent for a phase: the one that the plan names; else the first that runs here and is
   * offered for the mode.
   *
   * @param mode the plan's, or the proposed one where the plan names none
   */
  public AgentChoice choose(Phase phase, ExecMode mode) {
    return phase
        .handling()
        .agent()
        .map(id -> named(phase, id, mode))
        .orElseGet(() -> preferred(phase, mode));
  }

  private AgentChoice named(Phase phase, AgentId id, ExecMode mode) {
    Optional<AgentProfile> found = find(id);
    if (found.isEmpty()) {
      return none(phase, "expected an agent of the catalogue, found " + id);
    }
    AgentProfile agent = found.get();
    String reason = "named in the plan";
    return new AgentChoice.Chosen(
        agent,
        agent.offeredFor().contains(mode)
            ? reason
            : reason + ", though not among the options for " + mode.word());
  }

  private AgentChoice preferred(Phase phase, ExecMode mode) {
    Optional<AgentProfile> first =
        agents.stream().filter(agent -> agent.isFirstChoiceFor(mode)).findFirst();
    if (first.isEmpty()) {
      return none(
          phase,
          "expected an agent that runs here and is offered for " + mode.word() + ", found none");
    }
    return new AgentChoice.Chosen(
        first.get(), "first in the catalogue that runs here and is offered for " + mode.word());
  }

  private AgentChoice none(Phase phase, String message) {
    String known =
        agents.stream().map(agent -> agent.id().value()).collect(Collectors.joining(", "));
    return new AgentChoice.None(
        Problem.error(
            ErrorCode.PLAN_AGENT_UNKNOWN,
            phase.position(),
            "phase " + phase.id() + ": " + message,
            "write \"- agent:\" with one of " + known));
  }
}
