package dev.signalbox.feedback;

import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.IssueId;
import dev.signalbox.session.SessionId;
import java.util.Optional;

/**
 * A session of the run, as far as feedback can be about it.
 *
 * @param branch empty where its agent names it and has not yet
 * @param pullRequest of its branch
 * @param tip the commit that was taken in or pushed last
 * @param isOver whether it is merged, failed or abandoned
 */
public record Concern(
    SessionId session,
    IssueId issue,
    AgentId agent,
    Optional<String> branch,
    Optional<Integer> pullRequest,
    Optional<String> tip,
    boolean isOver) {}
