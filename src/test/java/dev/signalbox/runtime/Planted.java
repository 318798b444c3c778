package dev.signalbox.runtime;

/** Bugs that the simulation has to catch, planted one at a time. */
enum Planted {
  NONE,
  /** Facts are handed on before they are durable, and lost by a crash. */
  SKIPPED_FLUSH,
  /** An agent is started again although it runs. */
  EFFECT_TWICE,
  /** How far an output was read is not stored with its facts. */
  LOST_CURSOR,
  /** The claim is given back while the session still works. */
  EARLY_RELEASE,
  /** The check of a merged state is reported without being run. */
  MERGE_UNVERIFIED,
  /** A decision about one text passes a gate that shows another. */
  OTHER_HASH,
  /** A stop is reported as done while the process lives. */
  STOP_UNDONE,
  /** A person's screen opens although the session was given back meanwhile. */
  SCREEN_NOT_FORBIDDEN,
  /** Agents are started by the table that was shown first. */
  REVISION_UNSEEN,
  /** What a branch changes is not told when it is taken in. */
  DRIFT_UNSEEN,
  /** What a branch does to an artifact that others change too is not told. */
  OVERLAP_UNSEEN,
  /** That a resolver changed more than what was in conflict is not told. */
  RESOLVER_STRAYS,
  /** How an agent ended is told from another session's output. */
  OTHER_OUTPUT,
  /** A pull request's failed checks are told as passed. */
  CHECKS_UNSEEN,
  /** The tracker is reported to show what it does not. */
  STATUS_UNSHOWN,
  /** A specification is told as written into its issue, and is not there. */
  SPECIFICATION_UNWRITTEN,
  /** A pull request is told as reviewed by Copilot although it is not. */
  REVIEW_IMAGINED,
  /** A pull request that changes nothing is told as a result. */
  EMPTY_TAKEN,
  /** A pull request is told as closed, and is open. */
  CLOSING_IMAGINED,
  /** An answer is told as said, and is not. */
  REPLY_IMAGINED,
  /** A review of an earlier commit is told as one of the latest. */
  SEAT_IMAGINED,
  /** A claim that somebody else took is told to be the session's still. */
  LOST_CLAIM_UNSEEN,
  /** Work at a milestone is told as unchanged. */
  MILESTONE_SKIPPED,
  /** After a restart nothing is asked for again. */
  NOTHING_REISSUED
}
