package dev.signalbox.verdict;

import dev.signalbox.error.Position;

/**
 * One phase must be merged before another starts.
 *
 * @param from the index of the phase that goes first
 * @param to the index of the phase that waits
 * @param rule the first rule that orders the two in this direction
 */
record Edge(int from, int to, Rule rule, Reason reason) {

  /** What the edge rests on. */
  sealed interface Reason {

    /** A line of the plan. */
    record Stated(Position position) implements Reason {}

    /** An artifact that one produces and the other reads. */
    record Artifact(String key, Position position) implements Reason {}

    /** Files by pattern; ids of {@link Footprints}. */
    record Files(int read, int write) implements Reason {}
  }

  /** Whether the plan says so in words, rather than through patterns that happen to meet. */
  boolean isStated() {
    return !(reason instanceof Reason.Files);
  }
}
