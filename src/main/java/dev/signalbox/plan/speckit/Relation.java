package dev.signalbox.plan.speckit;

import dev.signalbox.error.Position;

/**
 * An order that the document states in words.
 *
 * @param first the task that comes first
 * @param then the task that waits; the document may have neither
 * @param at where {@code first} is mentioned
 */
record Relation(TaskId first, TaskId then, Position at) {}
