package dev.signalbox.prompt;

/** Where a plan's issues live. */
public enum IssueHome {
  /** In the plan file itself: phases' ids and the file's name stand for issues. */
  PLAN_FILE,
  /** In a tracker: every session needs an issue of its own there. */
  TRACKER
}
