package dev.signalbox.dispatch;

import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.AgentId;
import java.util.List;
import java.util.function.Predicate;

/** A run's spend cap, and agents that it can be kept for. */
public final class SpendCaps {
  private SpendCaps() {}

  /**
   * Refuses a run whose spend cap would never be reached, because an agent's cost is not known.
   *
   * @param tellsCost whether an agent tells what it cost, or tokens whose price is known
   * @throws SignalboxException {@code AGENT_TELLS_NO_COST} for the first such session
   */
  public static void demandCosts(RunSpec spec, Predicate<AgentId> tellsCost) {
    if (spec.bounds().spendCap().isEmpty()) {
      return;
    }
    for (SessionSpec session : spec.sessions()) {
      AgentId agent = session.handling().agent();
      if (!tellsCost.test(agent)) {
        throw new SignalboxException(
            ErrorCode.AGENT_TELLS_NO_COST,
            "phase %s: expected an agent whose cost is known, as the spend cap needs, found %s"
                .formatted(session.phase(), agent),
            List.of(
                "choose another agent for the phase, or leave the spend cap out",
                "for an agent that tells tokens: write its prices into your configuration"));
      }
    }
  }
}
