package dev.signalbox.feedback;

import java.time.Instant;

/**
 * One thing that came in from outside, in the same form whatever sent it.
 *
 * @param id what makes it the same thing when it comes again, such as {@code
 *     github:review-comment:123} or {@code bugbot:3f2a...}
 * @param at when it happened, by the sender's clock
 */
public record FeedbackItem(
    String id, Speaker speaker, Kind kind, Subject subject, Content content, Instant at) {

  /** What happened. */
  public enum Kind {
    /** A deployment changed: its state is the content's {@link Content#result()}. */
    DEPLOYMENT,
    /** A check or a workflow ended. */
    CHECK,
    /** Somebody said something. */
    COMMENT,
    /** A review as a whole, with its verdict as the result. */
    REVIEW,
    /** One thing that a reviewer wants changed. */
    FINDING,
    /** A finding's thread was closed or opened again: the result says which. */
    THREAD,
    /** A pull request was opened, changed or closed. */
    PULL_REQUEST,
    /** A branch got commits. */
    PUSH,
    /** An issue changed in the tracker or the forge. */
    ISSUE,
    /** An agent elsewhere said how it stands. */
    AGENT,
    /** Something failed in production. */
    ALERT
  }
}
