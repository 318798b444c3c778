package dev.signalbox.view;

import java.time.Instant;

/**
 * A run in a list of runs.
 *
 * @param begun when its table was first shown
 * @param result how it stands, or how it ended, in words
 */
public record RunLine(String run, String plan, Instant begun, boolean isOpen, String result) {}
