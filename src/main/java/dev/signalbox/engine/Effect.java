package dev.signalbox.engine;

import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.SessionId;
import dev.signalbox.tracker.IssueStatus;
import java.time.Instant;

/**
 * Something to be done in the world. Doing it again does no harm; its result comes back as an
 * {@link Input} that names the same cause.
 */
public sealed interface Effect {

  /** The sequence of the fact that asked for it: the key under which it is done once. */
  long cause();

  /** An effect for one session. */
  sealed interface OfSession extends Effect {
    SessionId session();
  }

  /** Write the registry and the summaries into the plan file. */
  record WriteRegistry(long cause) implements Effect {}

  /**
   * Make an issue of something that came in, or open the one again that it came back to.
   *
   * @param number of the feedback
   */
  record FileReport(long cause, long number) implements Effect {}

  /**
   * Make the specification that a session wrote the description of its issue.
   *
   * @param number of the feedback
   */
  record DescribeIssue(long cause, long number) implements Effect {}

  /**
   * Do something on the forge about what came in.
   *
   * @param number of the feedback
   */
  record Act(long cause, long number, Deed deed) implements Effect {}

  /**
   * Tell on the forge what became of a remark.
   *
   * @param number of the feedback
   */
  record SayBack(long cause, long number, Reply.To to) implements Effect {}

  /**
   * Ask the reviewers that come only when they are called, in one comment on the session's pull
   * request; its result names the cause.
   *
   * @param review its number
   */
  record AskReviewers(long cause, SessionId session, long review) implements OfSession {}

  record AcquireClaim(long cause, SessionId session) implements OfSession {}

  record ReleaseClaim(long cause, SessionId session, long fencing) implements OfSession {}

  record PrepareWorkspace(long cause, SessionId session) implements OfSession {}

  record StartAgent(long cause, SessionId session, Beginning beginning) implements OfSession {}

  /** Hand a message to the agent; has no result. */
  record SendMessage(long cause, SessionId session, int attempt, AgentMessage message)
      implements OfSession {}

  /** End the process; its exit is observed. */
  record StopAgent(long cause, SessionId session, int attempt) implements OfSession {}

  /** Have the tracker show where the issue stands; its result names the status, not the cause. */
  record ShowIssue(long cause, SessionId session, IssueStatus status) implements OfSession {}

  /** Push what was taken in and open a pull request for it, or bring it up to date. */
  record OpenPullRequest(long cause, SessionId session, String tip) implements OfSession {}

  /**
   * Close the pull request of a session that was given up, if one is open; its result names the
   * cause.
   *
   * @param why who decided that, and why
   */
  record ClosePullRequest(long cause, SessionId session, String why) implements OfSession {}

  /** Look at the work of a session at a milestone, and at the review of it. */
  record LookAtMilestone(long cause, SessionId session) implements OfSession {}

  record LookAtExit(long cause, SessionId session) implements OfSession {}

  record TakeIn(long cause, SessionId session) implements OfSession {}

  /**
   * Compute the merge.
   *
   * @param at the commit's date
   */
  record ComputeMerge(long cause, SessionId session, String tip, Instant at) implements OfSession {}

  record VerifyMerge(long cause, SessionId session, String commit) implements OfSession {}

  record LandMerge(long cause, SessionId session, String base, String commit)
      implements OfSession {}

  record CleanWorkspace(long cause, SessionId session) implements OfSession {}
}
