package dev.signalbox.verdict;

import dev.signalbox.glob.GlobSet;
import java.util.List;
import java.util.Optional;

/**
 * The paths that need care, from the configuration.
 *
 * @param infrastructure classes of shared infrastructure; two phases that modify one are sequential
 * @param hot ordinary shared files that cause most real conflicts: lock files, manifests,
 *     changelogs, barrels (design section 3); flagged, nothing more
 * @param unmergeable files that git cannot merge even where no {@code .gitattributes} says so
 */
public record PathClasses(
    List<PathClass> infrastructure, List<PathClass> hot, GlobSet unmergeable) {
  public static final PathClasses NONE =
      new PathClasses(List.of(), List.of(), GlobSet.of(List.of()));

  public PathClasses {
    infrastructure = List.copyOf(infrastructure);
    hot = List.copyOf(hot);
  }

  /** The first hot class that {@code path} belongs to. */
  public Optional<String> hotClassOf(String path) {
    return hot.stream().filter(c -> c.globs().matches(path)).map(PathClass::name).findFirst();
  }

  /** Whether the path's name alone says that git cannot merge it. */
  public boolean isUnmergeable(String path) {
    return unmergeable.matches(path);
  }
}
