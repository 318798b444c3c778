package dev.signalbox.plan;

/** Where a phase commits. */
public enum BranchUse {
  /** On a branch of its own. */
  OWN,
  /** On the base itself; it cannot run beside a phase that touches the same files. */
  NONE
}
