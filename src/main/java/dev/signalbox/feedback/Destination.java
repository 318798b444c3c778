package dev.signalbox.feedback;

import dev.signalbox.plan.IssueId;
import dev.signalbox.session.SessionId;
import java.util.Optional;

/** Where a feedback item goes (mission section 7). */
public sealed interface Destination {

  /** To the session of its own issue, branch or pull request. */
  record ToSession(SessionId session, Use use) implements Destination {}

  /** Not to the agent, but to policy: a session's pull request, checks or own agent moved. */
  record Progress(SessionId session) implements Destination {}

  /** To the agent of the design loop; to the inbox where none is. */
  record DesignLoop(Optional<SessionId> session) implements Destination {}

  /**
   * To a new issue that a session drafts the specification of, or to the one that it came back to.
   *
   * @param reopened the issue whose work brought the failure back; empty for a new one
   */
  record Report(Optional<IssueId> reopened) implements Destination {}

  /** A small fix that goes around phase, slot and gates: reviewed by Copilot, then merged. */
  record QuickFix(int pullRequest) implements Destination {}

  /**
   * A pull request of an agent elsewhere that no session of this run waits for.
   *
   * @param compared the session whose work is about the same issue
   */
  record Review(int pullRequest, Manner manner, Optional<SessionId> compared)
      implements Destination {}

  /** To a person, who decides whom it concerns. */
  record Triage(String reason) implements Destination {}

  /** Nowhere: nobody has to act. */
  record Ignored(String reason) implements Destination {}

  /** What a session does with it. */
  enum Use {
    /** Something to verify with, such as a preview. */
    VERIFY,
    /** Has to be addressed, or declined with a reason, before the merge. */
    REQUIRED,
    /** Addressed at the session's discretion. */
    DISCRETION
  }

  /** How closely a pull request is looked at. */
  enum Manner {
    STANDARD,
    /** By a person's spot check: its agent verified it in three rounds and says so. */
    LIGHT
  }
}
