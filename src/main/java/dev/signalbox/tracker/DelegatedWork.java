package dev.signalbox.tracker;

import java.time.Instant;
import java.util.List;

/**
 * The session of an agent elsewhere, as the tracker shows it.
 *
 * @param uid the tracker's own id of the session
 * @param activities earliest first
 * @param links to pull requests and to the agent's own page
 */
public record DelegatedWork(
    String uid, Actor agent, State state, List<Activity> activities, List<String> links) {
  public DelegatedWork {
    activities = List.copyOf(activities);
    links = List.copyOf(links);
  }

  /** How it stands; in Linear the state of an agent session. */
  public enum State {
    /** Nothing was heard of the agent yet. */
    PENDING,
    ACTIVE,
    /** It asked a person something. */
    AWAITING_INPUT,
    COMPLETE,
    ERROR,
    /** Nothing was heard for so long that the tracker gave it up; it may come back. */
    STALE;

    /** Whether it goes on, or will once somebody answers. */
    public boolean isAtWork() {
      return switch (this) {
        case PENDING, ACTIVE, AWAITING_INPUT -> true;
        case COMPLETE, ERROR, STALE -> false;
      };
    }
  }

  /**
   * Something that the agent or a person said.
   *
   * @param text from outside and untrusted
   */
  public record Activity(String uid, Kind kind, String text, Instant at) {

    /** What it is. */
    public enum Kind {
      THOUGHT,
      ACTION,
      /** A question to a person. */
      ELICITATION,
      RESPONSE,
      ERROR,
      /** What a person said to the agent. */
      PROMPT
    }
  }
}
