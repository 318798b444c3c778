package dev.signalbox.agent;

import dev.signalbox.plan.AgentId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
}
