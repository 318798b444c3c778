package dev.signalbox.feedback;

import dev.signalbox.agent.AgentCatalogue;
import java.util.Optional;

/**
 * What a person's settings say about routing.
 *
 * @param hasQuickFixes whether small pull requests of Cursor go around phase, slot and gates
 * @param designer to whom remarks on designs go; empty: to people
 * @param repository {@code owner/name} of the run on the forge: what is about another one concerns
 *     no session, although it has the same numbers and branches; empty where nobody knows it
 * @param agents whose branches tell the issue that a pull request is about
 */
public record RoutingRules(
    boolean hasQuickFixes,
    Optional<Designer> designer,
    Optional<String> repository,
    AgentCatalogue agents) {

  /** No special rule switched on. */
  public static RoutingRules plain(Optional<String> repository, AgentCatalogue agents) {
    return new RoutingRules(false, Optional.empty(), repository, agents);
  }

  /** Whether something about {@code other} can be about this run. */
  boolean concern(Optional<String> other) {
    return repository.isEmpty()
        || other.isEmpty()
        || repository.get().equalsIgnoreCase(other.get());
  }
}
