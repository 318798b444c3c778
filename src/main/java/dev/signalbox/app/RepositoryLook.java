package dev.signalbox.app;

import dev.signalbox.check.Surroundings;
import dev.signalbox.plan.Plan;
import dev.signalbox.repository.Repository;
import dev.signalbox.verdict.CommonPaths;
import dev.signalbox.verdict.RepositoryFacts;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Looks at the repository for what verdicts may use as evidence. */
final class RepositoryLook {
  private RepositoryLook() {}

  /** Asks git as little as possible: attributes only for paths that several phases touch. */
  static Surroundings at(Repository repository, Plan plan) {
    List<String> files = repository.files();
    SortedSet<String> common = CommonPaths.of(plan, files);
    RepositoryFacts facts =
        new RepositoryFacts(files, common.isEmpty() ? common : repository.unmergeable(common));
    return new Surroundings(
        Optional.of(LocalPlanning.nameOf(repository)),
        repository.hasBranch(plan.header().base()),
        facts);
  }
}
