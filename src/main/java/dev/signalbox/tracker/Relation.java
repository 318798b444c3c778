package dev.signalbox.tracker;

import dev.signalbox.plan.IssueId;

/** How an issue stands to another. */
public record Relation(Kind kind, IssueId other, IssueStatus otherStatus) {

  /** Seen from the issue that holds the relation. */
  public enum Kind {
    /** This one comes first. */
    BLOCKS,
    /** The other comes first. Linear stores it as the other's {@code blocks}. */
    BLOCKED_BY,
    DUPLICATE,
    RELATED
  }
}
