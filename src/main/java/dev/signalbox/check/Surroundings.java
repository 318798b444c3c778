package dev.signalbox.check;

import dev.signalbox.verdict.RepositoryFacts;
import java.util.Optional;

/**
 * Where a plan lies.
 *
 * @param repository the name of the repository's top folder; empty outside of one
 * @param hasBase whether the plan's base branch exists
 */
public record Surroundings(Optional<String> repository, boolean hasBase, RepositoryFacts facts) {
  /** A plan outside any repository. */
  public static final Surroundings NONE =
      new Surroundings(Optional.empty(), false, RepositoryFacts.NONE);
}
