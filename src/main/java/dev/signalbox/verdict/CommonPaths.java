package dev.signalbox.verdict;

import dev.signalbox.glob.Glob;
import dev.signalbox.glob.GlobIndex;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.Plan;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Paths that at least two phases touch: the only ones whose mergeability matters. */
public final class CommonPaths {
  private CommonPaths() {}

  /**
   * Files of today and paths that a touch names literally, sorted.
   *
   * @param files tracked files
   */
  public static NavigableSet<String> of(Plan plan, List<String> files) {
    FolderTouches folders = new FolderTouches(plan, new RepositoryFacts(files, new TreeSet<>()));
    Incidence writes = Footprints.writes(plan, folders);
    GlobIndex index = GlobIndex.of(writes.globs());
    NavigableSet<String> candidates = new TreeSet<>(files);
    for (Glob glob : writes.globs()) {
      glob.literalPath().ifPresent(candidates::add);
    }
    NavigableSet<String> common = new TreeSet<>();
    for (String path : candidates) {
      if (common.size() < Limits.COMMON_PATHS_MAX && phases(writes, index, path) > 1) {
        common.add(path);
      }
    }
    return common;
  }

  private static int phases(Incidence writes, GlobIndex index, String path) {
    IntSequence found = new IntSequence();
    index.forEachMatching(
        path,
        glob -> {
          for (int phase : writes.phasesOf(glob)) {
            // Two are enough, and a touch of everything has many.
            if (found.size() == 0 || (found.size() == 1 && found.get(0) != phase)) {
              found.add(phase);
            }
          }
        });
    return found.size();
  }
}
