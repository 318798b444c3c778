package dev.signalbox.engine;

import java.util.Optional;

/**
 * How an attempt begins.
 *
 * @param attempt its number, from 1
 * @param conversation the conversation to go on with; empty for a new one
 * @param note what the agent is told besides; the whole message when a conversation goes on
 * @param isPlanApproved whether a person approved a plan by which it goes on: it is not started in
 *     plan mode again
 */
public record Beginning(
    int attempt, Optional<String> conversation, Optional<String> note, boolean isPlanApproved) {}
