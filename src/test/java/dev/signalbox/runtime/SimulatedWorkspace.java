package dev.signalbox.runtime;

/** What a session has in its clone. */
final class SimulatedWorkspace {
  final String start;
  String rebasedOn;
  int commits;
  boolean isDirty;
  boolean hasSummary;

  SimulatedWorkspace(String start) {
    this.start = start;
    this.rebasedOn = start;
  }

  /** Works, and commits unless it forgets to. */
  void work(boolean isCommitted) {
    if (isCommitted) {
      commits++;
      isDirty = false;
    } else {
      isDirty = true;
    }
  }
}
