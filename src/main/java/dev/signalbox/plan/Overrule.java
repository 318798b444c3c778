package dev.signalbox.plan;

import dev.signalbox.error.Position;

/**
 * A person's decision on a pair, against the rules (design section 3).
 *
 * @param first for {@link Decision#SEQUENTIAL} the phase that goes first; else just one of the two
 * @param reason kept and shown; never empty
 */
public record Overrule(
    PhaseRef first, PhaseRef second, Decision decision, String reason, Position position) {

  /** What the person decided. */
  public enum Decision {
    PARALLEL,
    SEQUENTIAL
  }
}
