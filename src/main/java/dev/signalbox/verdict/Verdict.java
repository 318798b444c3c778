package dev.signalbox.verdict;

/** What may be done with two phases (mission section 1). */
public enum Verdict {
  /** One is merged before the other starts. */
  SEQUENTIAL,
  /** Both may run, each on its own branch, and are merged in the stated order. */
  PARALLEL_WITH_BRANCHES,
  /** Both may run; nothing that they touch meets. */
  PARALLEL
}
