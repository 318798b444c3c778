package dev.signalbox.tracker;

/**
 * What kind of state an issue is in. Trackers let people name their states as they like, so states
 * are told apart by their type and never by their name.
 */
public enum IssueStatus {
  TRIAGE,
  BACKLOG,
  UNSTARTED,
  STARTED,
  /**
   * Started, and waiting for review. Read as {@link #STARTED} where a tracker has no such state.
   */
  IN_REVIEW,
  COMPLETED,
  CANCELED;

  /** Whether nobody works on it any more. */
  public boolean isOver() {
    return this == COMPLETED || this == CANCELED;
  }
}
