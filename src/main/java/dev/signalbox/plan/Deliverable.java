package dev.signalbox.plan;

/** Whether a session changes files of the repository (mission section 2, override). */
public enum Deliverable {
  /** Code or other files change. */
  CODE,
  /** The deliverable is a recommendation, evaluation or decision; nothing is changed. */
  ANALYSIS
}
