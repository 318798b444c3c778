package dev.signalbox.registry;

import dev.signalbox.plan.IssueId;
import dev.signalbox.session.SessionId;

/**
 * What a session hands in at its end.
 *
 * @param text any text, written by an agent
 * @param tables what it leaves, which is shown below the text
 */
public record SessionSummary(SessionId session, IssueId issue, String text, ExitTables tables) {

  /** Of a session of which nothing else is known. */
  public SessionSummary(SessionId session, IssueId issue, String text) {
    this(session, issue, text, ExitTables.NONE);
  }
}
