package dev.signalbox.registry;

import dev.signalbox.plan.IssueId;
import dev.signalbox.session.SessionId;

/**
 * What a session hands in at its end.
 *
 * @param text any text, written by an agent
 */
public record SessionSummary(SessionId session, IssueId issue, String text) {}
