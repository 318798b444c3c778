package dev.signalbox.delegation;

import dev.signalbox.agent.Delegation;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.IssueId;
import dev.signalbox.session.SessionKey;
import dev.signalbox.tracker.Actor;
import java.util.List;

/**
 * What an agent elsewhere shall do.
 *
 * @param way how it gets the issue in the tracker at hand
 * @param branch that it is expected to work on; it may choose another
 * @param logins under which it opens pull requests, without {@code [bot]}; none where it has no
 *     account of its own
 */
public record Errand(
    IssueId issue, AgentId agent, Delegation.Way way, String branch, List<String> logins) {
  public Errand {
    logins = List.copyOf(logins);
  }

  /**
   * Whether somebody in the tracker is the agent. A tracker may show it under another name than the
   * one that it is handed work under.
   */
  boolean isAgent(Actor actor) {
    String name = way.name();
    String bare = name.startsWith("@") ? name.substring(1) : name;
    return actor.name().equalsIgnoreCase(bare)
        || logins.stream().anyMatch(actor.name()::equalsIgnoreCase);
  }

  /** The errands of a run. */
  public interface Book {

    /** The errand of a session that works elsewhere. */
    Errand of(SessionKey session);
  }
}
