package dev.signalbox.engine;

import java.time.Instant;

/**
 * A fact in the journal.
 *
 * @param sequence rises by one from fact to fact of a journal
 * @param at when the input came that led to it
 */
public record Recorded(long sequence, Instant at, Fact fact) {}
