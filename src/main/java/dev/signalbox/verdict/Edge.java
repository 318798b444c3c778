package dev.signalbox.verdict;

import dev.signalbox.error.Position;

/**
 * One phase must be merged before another starts.
 *
 * @param from the index of the phase that goes first
 * @param to the index of the phase that waits
 * @param rule the first rule that orders the two in this direction
 * @param isStated whether the plan says so in words, rather than only through patterns that happen
 *     to meet
 */
record Edge(int from, int to, Rule rule, Reason reason, boolean isStated) {

  /** What the edge rests on. */
  sealed interface Reason {

    /** A line of the plan. */
    record Stated(Position position) implements Reason {}

    /** A line of the plan: one executes what a person approves of the other's recommendation. */
    record Decided(Position position) implements Reason {}

    /** An artifact that one produces and the other reads. */
    record Artifact(String key, Position position) implements Reason {}

    /** Files by pattern; ids of {@link Footprints}. */
    record Files(int read, int write) implements Reason {}
  }
}
