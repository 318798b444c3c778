package dev.signalbox.verdict;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the repository holds today: evidence for verdicts, never their cause, except that a file
 * that git cannot merge keeps phases apart.
 *
 * @param files tracked files, relative to the root, sorted
 * @param unmergeable paths, existing or not, that git cannot merge by {@code .gitattributes} or
 *     because their content is binary
 */
public record RepositoryFacts(List<String> files, SortedSet<String> unmergeable) {
  /** No repository, or one not looked at. */
  public static final RepositoryFacts NONE = new RepositoryFacts(List.of(), new TreeSet<>());

  public RepositoryFacts {
    files = List.copyOf(files);
  }
}
