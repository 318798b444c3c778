package dev.signalbox.publish;

import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.PhaseId;
import java.util.Map;
import java.util.Optional;

/** Writes issue ids back into the plan. */
public interface PlanWriter {

  /**
   * Writes those that the plan does not have yet; every other byte stays.
   *
   * @param master empty where the plan names it already
   * @return why it was left as it is; empty where the plan now has them
   */
  Optional<String> write(Optional<IssueId> master, Map<PhaseId, IssueId> phases);
}
