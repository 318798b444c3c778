package dev.signalbox.agent;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.Phase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides which agent works on a phase, by what is known of the agents. */
public final class AgentRouter {
  private static final String CHANGE = "write \"- agent:\" with one of ";

  private final AgentCatalogue catalogue;
  private final AgentPreference preference;
  private final Map<AgentId, AgentAvailability> availability;

  /**
   * A router.
   *
   * @param availability by the catalogue's ids; an agent that is absent counts as available, as all
   *     do while a plan is only checked
   */
  public AgentRouter(
      AgentCatalogue catalogue,
      AgentPreference preference,
      Map<AgentId, AgentAvailability> availability) {
    this.catalogue = catalogue;
    this.preference = preference;
    this.availability = new HashMap<>(availability);
  }

  /** What a phase asks of its agent: its modes, the proposed ones where the plan names none. */
  public record Demand(Phase phase, ExecMode mode, LaunchMode launch) {}

  /**
   * The agent for a phase: the one that the plan names; else the first preferred, or offered for
   * the mode, that runs here, can do the launch mode and is there.
   */
  public AgentChoice choose(Demand demand) {
    return demand
        .phase()
        .handling()
        .agent()
        .map(id -> named(demand, id))
        .orElseGet(() -> preferred(demand));
  }

  /** That agent, whatever plan, preference and catalogue say, if it can do the launch mode. */
  public AgentChoice wished(Demand demand, AgentId id) {
    return wished(demand, id, new AgentReason("chosen for the whole run", false));
  }

  /** That agent for that reason, whatever plan, preference and catalogue say, if it is able to. */
  public AgentChoice wished(Demand demand, AgentId id, AgentReason reason) {
    return catalogue
        .find(id)
        .map(agent -> demanded(demand, agent, reason))
        .orElseGet(() -> unknown(demand, id));
  }

  private AgentChoice named(Demand demand, AgentId id) {
    Optional<AgentProfile> found = catalogue.find(id);
    if (found.isEmpty()) {
      return unknown(demand, id);
    }
    boolean isOffered =
        found.get().offeredFor().contains(demand.mode()) || isPreferred(demand, found.get());
    String doubt = isOffered ? "" : ", though not among the options for " + demand.mode().word();
    return demanded(demand, found.get(), new AgentReason("named in the plan" + doubt, isOffered));
  }

  private boolean isPreferred(Demand demand, AgentProfile agent) {
    return preference.of(demand.mode()).stream()
        .anyMatch(id -> catalogue.find(id).filter(agent::equals).isPresent());
  }

  /** The agent that somebody asked for by name, or what is in the way. */
  private AgentChoice demanded(Demand demand, AgentProfile agent, AgentReason reason) {
    Optional<String> unable = agent.lack(demand.launch());
    if (unable.isPresent()) {
      return none(
          ErrorCode.PLAN_AGENT_UNABLE,
          demand,
          "expected an agent for %s, found %s, which %s"
              .formatted(demand.launch().title(), agent.id(), unable.get()),
          "choose another agent, or another execution mode");
    }
    Optional<AgentAvailability> there = availability(agent);
    return there
        .flatMap(AgentAvailability::lack)
        .map(lack ->
            none(
                ErrorCode.AGENT_NOT_RUNNABLE,
                demand,
                "expected %s ready to work here, found: %s".formatted(agent.id(), lack),
                mend(there)))
        .orElseGet(() -> new AgentChoice.Chosen(agent, reason));
  }

  private Optional<AgentAvailability> availability(AgentProfile agent) {
    return Optional.ofNullable(availability.get(agent.id()));
  }

  private static String mend(Optional<AgentAvailability> there) {
    return there
        .flatMap(AgentAvailability::mend)
        .map(command -> "run " + command)
        .orElse("run signalbox doctor, or choose another agent");
  }

  private AgentChoice preferred(Demand demand) {
    List<String> passedOver = new ArrayList<>();
    Optional<AgentAvailability> first = Optional.empty();
    for (AgentId id : candidates(demand.mode())) {
      Optional<AgentProfile> found = catalogue.find(id);
      Optional<String> obstacle =
          found.isEmpty()
              ? Optional.of("not in the catalogue")
              : obstacle(found.get(), demand.launch());
      if (found.isPresent() && obstacle.isEmpty()) {
        return chosen(demand, found.get(), passedOver);
      }
      obstacle.ifPresent(why -> passedOver.add(id + " (" + why + ")"));
      first = first.or(() -> found.flatMap(this::availability));
    }
    if (passedOver.isEmpty()) {
      return none(
          ErrorCode.PLAN_AGENT_UNKNOWN,
          demand,
          "expected an agent that runs here and is offered for "
              + demand.mode().word()
              + ", found none",
          CHANGE + known());
    }
    return none(
        ErrorCode.AGENT_NOT_RUNNABLE,
        demand,
        "expected an agent for "
            + demand.mode().word()
            + ", found none: "
            + String.join(", ", passedOver),
        first.isEmpty() ? CHANGE + known() : mend(first));
  }

  /** Preferred ones first, each once. */
  private Set<AgentId> candidates(ExecMode mode) {
    Set<AgentId> ids = new LinkedHashSet<>();
    for (AgentId id : preference.of(mode)) {
      ids.add(catalogue.find(id).map(AgentProfile::id).orElse(id));
    }
    catalogue.agents().stream()
        .filter(agent -> agent.isFirstChoiceFor(mode))
        .forEach(agent -> ids.add(agent.id()));
    return ids;
  }

  private Optional<String> obstacle(AgentProfile agent, LaunchMode launch) {
    if (agent.kind() == AgentKind.DELEGATED) {
      return Optional.of("runs elsewhere, so only a plan can name it");
    }
    return agent.lack(launch).or(() -> availability(agent).flatMap(AgentAvailability::lack));
  }

  private AgentChoice chosen(Demand demand, AgentProfile agent, List<String> passedOver) {
    boolean isPreferred = isPreferred(demand, agent);
    String why =
        isPreferred
            ? "preferred in the configuration for " + demand.mode().word()
            : "first in the catalogue that runs here and is offered for " + demand.mode().word();
    String rest = passedOver.isEmpty() ? "" : "; passed over: " + String.join(", ", passedOver);
    return new AgentChoice.Chosen(
        agent, new AgentReason(why + rest, !isPreferred && passedOver.isEmpty()));
  }

  private AgentChoice unknown(Demand demand, AgentId id) {
    return none(
        ErrorCode.PLAN_AGENT_UNKNOWN,
        demand,
        "expected an agent of the catalogue, found " + id,
        CHANGE + known());
  }

  private String known() {
    return catalogue.agents().stream()
        .map(agent -> agent.id().value())
        .collect(Collectors.joining(", "));
  }

  private static AgentChoice none(ErrorCode code, Demand demand, String message, String hint) {
    Phase phase = demand.phase();
    return new AgentChoice.None(
        Problem.error(code, phase.position(), "phase " + phase.id() + ": " + message, hint));
  }
}
