package dev.signalbox.review;

/**
 * A decision with the person who took it.
 *
 * @param round in which it was taken
 */
public record Ruling(RowDecision decision, String who, int round) {}
