package dev.signalbox.verdict;

import dev.signalbox.glob.Glob;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Groups phases by the files that git cannot merge and that several of them touch. */
final class UnmergeableFiles {
  private UnmergeableFiles() {}

  /** One group per such path, in the order of the paths. */
  static List<Cliques.Clique> groups(
      Footprints footprints, PathClasses classes, RepositoryFacts facts) {
    TreeSet<String> paths = new TreeSet<>(facts.unmergeable());
    for (Glob glob : footprints.writes().globs()) {
      glob.literalPath().filter(classes::isUnmergeable).ifPresent(paths::add);
    }
    facts.files().stream().filter(classes::isUnmergeable).forEach(paths::add);
    List<Cliques.Clique> groups = new ArrayList<>();
    for (String path : paths) {
      IntSequence members = new IntSequence();
      footprints
          .writeIndex()
          .forEachMatching(
              path,
              glob -> Arrays.stream(footprints.writes().phasesOf(glob)).forEach(members::add));
      groups.add(new Cliques.Clique(path, members.toSortedSet()));
    }
    return groups;
  }
}
