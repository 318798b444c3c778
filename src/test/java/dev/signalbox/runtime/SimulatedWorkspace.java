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

  /** How many subagents have to review before each milestone. */
  int reviewers;

  /** How many commits there were when they last did; negative before the first. */
  int reviewedAt = -1;

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
