package dev.signalbox.repository;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/** A repository as it is now; read only. */
public interface Repository {

  /** Its top folder. */
  Path root();

  /** Tracked files, relative to the root, {@code /} between folders, sorted. */
  List<String> files();

  /** Whether a branch of that name exists here or on a remote. */
  boolean hasBranch(String branch);

  /**
   * Those of {@code paths} that git cannot merge: by {@code .gitattributes}, or because the file
   * exists and is binary. Paths need not exist.
   */
  SortedSet<String> unmergeable(Collection<String> paths);
}
