package dev.signalbox.launch;

import dev.signalbox.plan.Deliverable;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.Phase;
import java.util.Optional;

/**
 * Decides how a phase is launched (mission section 2). The first rule that fits decides:
 *
 * <ol>
 *   <li>the deliverable is analysis: bypass, whatever the mode, because writing it is the work
 *   <li>a spike that may change more than documents: plan, as an investigation with code changes
 *   <li>else the table
 * </ol>
 */
public record LaunchRules(LaunchTable table, DocumentPaths documents) {
  public static final LaunchRules DEFAULT =
      new LaunchRules(LaunchTable.DEFAULT, DocumentPaths.DEFAULT);

  /**
   * The decision for a phase.
   *
   * @param mode the plan's, or the proposed one where the plan names none
   */
  public LaunchDecision decide(Phase phase, ExecMode mode) {
    if (phase.handling().deliverable() == Deliverable.ANALYSIS) {
      return new LaunchDecision(
          LaunchMode.BYPASS,
          mode.word() + " (analysis-only)",
          "analysis only: writing it is the work, no implementation phase follows");
    }
    Optional<String> beyond = mode == ExecMode.SPIKE ? documents.beyondIn(phase) : Optional.empty();
    if (beyond.isPresent()) {
      return new LaunchDecision(
          LaunchMode.PLAN,
          mode.word(),
          "investigation with code changes, for it may change "
              + beyond.get()
              + ": plan the approach, then implement");
    }
    LaunchTable.Row row = table.row(mode);
    return new LaunchDecision(row.launch(), mode.word(), row.rationale());
  }
}
