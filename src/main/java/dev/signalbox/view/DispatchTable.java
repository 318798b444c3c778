package dev.signalbox.view;

import dev.signalbox.agent.AgentProfile;
import dev.signalbox.check.Analysis;
import dev.signalbox.check.Assignment;
import dev.signalbox.check.CheckResult;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.Usd;
import dev.signalbox.schedule.Batch;
import dev.signalbox.session.SessionName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table that a person approves before anything starts.
 *
 * @param batches in order
 * @param notes sentences below the table: costs that pass the checkpoint, what is only proposed
 */
public record DispatchTable(List<BatchTable> batches, List<String> notes) {
  public DispatchTable {
    batches = List.copyOf(batches);
    notes = List.copyOf(notes);
  }

  /**
   * One batch of the table.
   *
   * @param title such as {@code Batch 1 of 3, estimated $13}
   */
  public record BatchTable(String title, List<DispatchRow> rows) {}

  /** The table of a plan without errors. */
  public static DispatchTable of(CheckResult result, Analysis analysis) {
    Map<PhaseId, Assignment> assignments = new HashMap<>();
    result.assignments().forEach(a -> assignments.put(a.phase().id(), a));
    List<BatchTable> batches = new ArrayList<>();
    Map<PhaseId, Integer> places = MergeOrder.places(analysis.schedule());
    int sessions = 0;
    for (Batch batch : analysis.schedule().batches()) {
      List<DispatchRow> rows = new ArrayList<>();
      for (PhaseId id : batch.phases()) {
        Assignment assignment = assignments.get(id);
        if (assignment != null) {
          rows.add(row(assignment, sessions++, places.getOrDefault(id, 0) + 1));
        }
      }
      batches.add(new BatchTable(title(batch, analysis), List.copyOf(rows)));
    }
    return new DispatchTable(batches, notes(result, analysis));
  }

  private static String title(Batch batch, Analysis analysis) {
    Usd cost = analysis.costs().batches().get(batch.number() - 1);
    return "Batch "
        + batch.number()
        + " of "
        + analysis.schedule().batches().size()
        + (cost.cents() == 0 ? "" : ", estimated " + cost);
  }

  private static DispatchRow row(Assignment assignment, int number, int merge) {
    Phase phase = assignment.phase();
    String mode = assignment.launch().modeLabel() + (assignment.isProposed() ? " (proposed)" : "");
    DispatchRow.How how =
        new DispatchRow.How(
            mode,
            assignment.launch().launch().title(),
            assignment.agent().map(AgentProfile::id).map(Object::toString).orElse("none"));
    return new DispatchRow(
        SessionName.of(number),
        phase.issueOrId().value(),
        phase.issue().isPresent() ? phase.id() + " " + phase.title() : phase.title(),
        how,
        phase.handling().estimate().cost().map(usd -> "~" + usd).orElse("?"),
        assignment.branch().orElse("(named by the agent)"),
        Integer.toString(merge));
  }

  private static List<String> notes(CheckResult result, Analysis analysis) {
    List<String> notes = new ArrayList<>();
    costs(result, analysis).ifPresent(notes::add);
    if (analysis.costs().unknown() > 0) {
      notes.add(
          analysis.costs().unknown()
              + " of "
              + result.plan().phases().size()
              + " phases have no cost estimate and count as nothing");
    }
    notes.addAll(AgentNotes.of(result, analysis));
    long proposed = result.assignments().stream().filter(Assignment::isProposed).count();
    if (proposed > 0) {
      notes.add(
          proposed + " execution modes are proposals; dispatch needs an exec: line in the plan");
    }
    return notes;
  }

  private static Optional<String> costs(CheckResult result, Analysis analysis) {
    Usd total = analysis.costs().total();
    return switch (result.plan().header().policy().costCheckpoint()) {
      case dev.signalbox.plan.CostCheckpoint.Unlimited _ -> Optional.empty();
      case dev.signalbox.plan.CostCheckpoint.Above above ->
          above.isPassedBy(total)
              ? Optional.of(
                  "COST CHECKPOINT: the plan is estimated at "
                      + total
                      + ", above "
                      + above.limit()
                      + "; a person decides before it starts")
              : Optional.empty();
    };
  }
}
