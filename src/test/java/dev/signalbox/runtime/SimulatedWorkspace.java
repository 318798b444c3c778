package dev.signalbox.runtime;

import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a session has in its clone. */
final class SimulatedWorkspace {
  final String start;
  String rebasedOn;
  int commits;

  /** Paths that the branch changes. */
  final SortedSet<String> changed = new TreeSet<>();

  final SortedSet<String> uncommitted = new TreeSet<>();
  boolean hasSummary;

  SimulatedWorkspace(String start) {
    this.start = start;
    this.rebasedOn = start;
  }

  /** Changes a file, unless it lies outside. */
  void edit(String path) {
    if (!path.startsWith("/")) {
      uncommitted.add(path);
    }
  }

  /** Works, and commits unless it forgets to. */
  void work(boolean isCommitted, Random random) {
    edit("src/a");
    if (random.nextInt(4) == 0) {
      edit("db/" + random.nextInt(1_000));
    }
    if (isCommitted) {
      commits++;
      changed.addAll(uncommitted);
      uncommitted.clear();
    }
  }
}
