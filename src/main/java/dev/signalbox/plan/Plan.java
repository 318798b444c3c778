package dev.signalbox.plan;

import java.util.List;

/**
 * A master plan as it was read: not yet checked, so ids may repeat and references may lead nowhere.
 *
 * @param phases in the plan's order, which breaks every tie
 */
public record Plan(PlanHeader header, List<Phase> phases, List<Overrule> overrules) {
  public Plan {
    phases = List.copyOf(phases);
    overrules = List.copyOf(overrules);
  }
}
