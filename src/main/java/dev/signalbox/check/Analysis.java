package dev.signalbox.check;

import dev.signalbox.schedule.Schedule;
import dev.signalbox.verdict.ArtifactClass;
import dev.signalbox.verdict.VerdictTable;
import java.util.List;

/**
 * What follows from a plan without errors.
 *
 * @param artifacts what its phases share by what it is
 */
public record Analysis(
    VerdictTable verdicts, Schedule schedule, PlanCosts costs, List<ArtifactClass> artifacts) {
  public Analysis {
    artifacts = List.copyOf(artifacts);
  }

  /** The same with another merge order. */
  public Analysis with(Schedule other) {
    return new Analysis(verdicts, other, costs, artifacts);
  }
}
