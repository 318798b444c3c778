package dev.signalbox.agent;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How an agent that runs elsewhere gets an issue, and how long it may be silent.
 *
 * @param ways by the kind of tracker, such as {@code linear} or {@code github}
 * @param startLimit from the delegation to the first sign of the agent
 * @param stallLimit without a sign of it while it is not waiting for a person
 */
public record Delegation(Map<String, Way> ways, Duration startLimit, Duration stallLimit) {
  public Delegation {
    ways = Collections.unmodifiableMap(new LinkedHashMap<>(ways));
  }

  /** The way in a tracker of that kind; empty where the agent cannot be reached through it. */
  public Optional<Way> in(String tracker) {
    return Optional.ofNullable(ways.get(tracker));
  }

  /**
   * What makes the agent begin.
   *
   * @param name as the tracker shows it: a delegate, an account, a label, or a mention with its
   *     {@code @}
   */
  public record Way(Kind kind, String name) {

    /** How a tracker hands work to an agent. */
    public enum Kind {
      /** The delegate, which transfers it to the agent. */
      DELEGATE,
      /** The assignee. */
      ASSIGN,
      /** A label that the agent's integration listens to. */
      LABEL,
      /** A comment with its name. It notifies, and leaves the issue with whom it was. */
      MENTION
    }
  }
}
