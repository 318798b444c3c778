package dev.signalbox.feedback;

import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.IssueId;
import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Optional;

/**
 * A session of the run, as far as feedback can be about it.
 *
 * @param branch empty where its agent names it and has not yet
 * @param pullRequest of its branch
 * @param commits whose work is its own: what was taken in or pushed last, and its merge
 * @param isOver whether it is merged, failed or abandoned
 */
public record Concern(
    SessionId session,
    IssueId issue,
    AgentId agent,
    Optional<String> branch,
    Optional<Integer> pullRequest,
    List<String> commits,
    boolean isOver) {
  public Concern {
    commits = List.copyOf(commits);
  }
}
