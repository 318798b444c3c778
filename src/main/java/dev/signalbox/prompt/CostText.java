package dev.signalbox.prompt;

import dev.signalbox.limit.Limits;
import dev.signalbox.plan.CostCheckpoint;
import dev.signalbox.plan.Estimate;
import dev.signalbox.plan.Usd;
import java.util.ArrayList;
import java.util.List;

/** What the texts say about money (mission section 4). */
final class CostText {
  private CostText() {}

  /** The mission's sentence, with the plan's own amount where it has one. */
  static String instruction(CostCheckpoint checkpoint) {
    Usd amount =
        switch (checkpoint) {
          case CostCheckpoint.Above above -> above.limit();
          case CostCheckpoint.Unlimited _ -> new Usd(Limits.COST_CHECKPOINT_CENTS_DEFAULT);
        };
    return "Estimate cost before execution. If >"
        + amount
        + " and cost profile is not unlimited, checkpoint.";
  }

  /** The context bullet on the phase's estimate and the plan's checkpoint. */
  static String constraint(Estimate estimate, CostCheckpoint checkpoint) {
    String profile =
        switch (checkpoint) {
          case CostCheckpoint.Above above -> "checkpoint above " + above.limit();
          case CostCheckpoint.Unlimited _ -> "cost profile unlimited";
        };
    return "Cost: " + (estimate.isUnknown() ? "" : estimated(estimate) + "; ") + profile;
  }

  private static String estimated(Estimate estimate) {
    List<String> parts = new ArrayList<>();
    estimate.cost().ifPresent(cost -> parts.add(cost.toString()));
    estimate
        .minutes()
        .ifPresent(minutes -> parts.add(minutes + (minutes == 1 ? " minute" : " minutes")));
    return "estimated " + String.join(", ", parts);
  }
}
