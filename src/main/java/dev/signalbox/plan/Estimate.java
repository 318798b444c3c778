package dev.signalbox.plan;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a phase is expected to take.
 *
 * @param cost expected spend; empty when the plan does not say
 * @param minutes expected duration, from 1; empty when the plan does not say
 */
public record Estimate(Optional<Usd> cost, OptionalInt minutes) {
  public static final Estimate UNKNOWN = new Estimate(Optional.empty(), OptionalInt.empty());

  /** Whether the plan says nothing at all. */
  public boolean isUnknown() {
    return cost.isEmpty() && minutes.isEmpty();
  }
}
