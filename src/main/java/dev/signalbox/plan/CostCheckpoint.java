package dev.signalbox.plan;

import dev.signalbox.limit.Limits;

/** From which cost on a person is asked (mission section 4). */
public sealed interface CostCheckpoint {
  /** The mission's ten dollars. */
  CostCheckpoint DEFAULT = new Above(new Usd(Limits.COST_CHECKPOINT_CENTS_DEFAULT));

  /** Whether a cost needs a person's word. */
  boolean isPassedBy(Usd cost);

  /** A person is asked about any cost above {@code limit}. */
  record Above(Usd limit) implements CostCheckpoint {
    @Override
    public boolean isPassedBy(Usd cost) {
      return cost.isMoreThan(limit);
    }
  }

  /** The plan's cost profile is unlimited: nobody is asked. */
  record Unlimited() implements CostCheckpoint {
    @Override
    public boolean isPassedBy(Usd cost) {
      return false;
    }
  }
}
