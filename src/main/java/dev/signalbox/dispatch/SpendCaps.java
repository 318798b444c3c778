package dev.signalbox.dispatch;

import dev.signalbox.agent.AgentProfile;
import dev.signalbox.check.Assignment;
import dev.signalbox.plan.Usd;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a run's spend cap holds for, in words. */
final class SpendCaps {
  private SpendCaps() {}

  /**
   * The cap and, where the cost of agents is not known, the phases that it leaves out: whoever
   * approves the run has to know what nothing stops.
   */
  static List<String> lines(Usd cap, List<Assignment> assignments) {
    List<String> lines = new ArrayList<>();
    lines.add("Everything stops at " + cap + " by the agents' own count.");
    String uncounted =
        assignments.stream()
            .filter(each -> !each.agent().map(AgentProfile::tellsCost).orElse(false))
            .map(each -> each.phase().id().value())
            .collect(Collectors.joining(", "));
    if (!uncounted.isEmpty()) {
      lines.add(
          "Not counted, because the agent's cost is not known: "
              + uncounted
              + ". Prices in your configuration make tokens count.");
    }
    return lines;
  }
}
