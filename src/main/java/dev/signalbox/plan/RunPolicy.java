package dev.signalbox.plan;

import dev.signalbox.limit.Limits;
import java.util.List;
import java.util.Optional;

/**
 * The plan's rules for a run.
 *
 * @param maxParallel sessions at once, from 1
 * @param because why {@code maxParallel} is above the default
 * @param verify the command run on every merged state; never passed to a host shell
 * @param prepare the command that makes a fresh workspace usable
 * @param guard which files may change
 * @param review the profile that says who reviews; empty: no session does
 */
public record RunPolicy(
    int maxParallel,
    Optional<String> because,
    CostCheckpoint costCheckpoint,
    Optional<String> verify,
    Optional<String> prepare,
    Guard guard,
    Optional<String> review) {
  public static final RunPolicy DEFAULT =
      new RunPolicy(
          Limits.PARALLEL_DEFAULT,
          Optional.empty(),
          CostCheckpoint.DEFAULT,
          Optional.empty(),
          Optional.empty(),
          new Guard(List.of(), ScopePolicy.RECORD),
          Optional.empty());

  /**
   * Which files may change.
   *
   * @param protect paths that no phase may touch
   * @param scope what happens to changes outside of a phase's touches, where the phase does not say
   */
  public record Guard(List<Touch> protect, ScopePolicy scope) {
    public Guard {
      protect = List.copyOf(protect);
    }
  }

  public RunPolicy {
    if (maxParallel < 1) {
      throw new IllegalArgumentException("expected max-parallel from 1, found " + maxParallel);
    }
  }

  /** {@link Guard#protect()}. */
  public List<Touch> protect() {
    return guard.protect();
  }

  /** {@link Guard#scope()}. */
  public ScopePolicy scope() {
    return guard.scope();
  }
}
