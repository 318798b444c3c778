package dev.signalbox.plan;

/** How finished work comes into the base. */
public enum MergeMode {
  /** Signalbox moves the base in the repository of this machine. */
  LOCAL,
  /** Each session's branch becomes a pull request, which the forge merges. */
  PULL_REQUEST
}
