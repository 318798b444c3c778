package dev.signalbox.tracker;

import java.time.Instant;
import java.util.Optional;

/**
 * A change of an issue's state.
 *
 * @param by empty where the tracker does not say; a bot's move is not a person's decision
 */
public record Move(IssueStatus to, Optional<Actor> by, Instant at) {}
