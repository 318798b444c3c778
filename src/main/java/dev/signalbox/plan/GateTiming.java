package dev.signalbox.plan;

/** When a review gate applies to a phase (mission section 3). */
public enum GateTiming {
  /** No session starts before Gate 2 has passed. */
  PRE_DISPATCH,
  /** A subagent reviews at each checkpoint. */
  IN_SESSION,
  /** The branch or pull request is reviewed before it is merged. */
  POST_SESSION
}
