package dev.signalbox.tracker;

import java.util.Optional;

/**
 * Who has an issue.
 *
 * @param assignee the person, or in trackers without delegates the agent
 * @param delegate the agent that it was handed to
 */
public record Owners(Optional<Actor> assignee, Optional<Actor> delegate) {
  public static final Owners NOBODY = new Owners(Optional.empty(), Optional.empty());
}
