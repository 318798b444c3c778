package dev.signalbox.registry;

import dev.signalbox.plan.IssueId;
import dev.signalbox.session.RunId;
import java.util.List;
import java.util.Optional;

/**
 * What people see of a run in its plan, and on its master issue.
 *
 * @param rows in the dispatch table's order
 * @param summaries in the same order; sessions without one are left out
 * @param conflicts by gate, those that are decided too; a tracker's only
 * @param records of reviews of the plan
 * @param home empty where nobody has to know the run
 */
public record SessionRegistry(
    List<RegistryRow> rows,
    List<SessionSummary> summaries,
    List<ConflictReport> conflicts,
    List<DecisionRecord> records,
    Optional<Home> home) {
  public SessionRegistry {
    rows = List.copyOf(rows);
    summaries = List.copyOf(summaries);
    conflicts = List.copyOf(conflicts);
    records = List.copyOf(records);
  }

  /** Of a run that only its plan file shows. */
  public SessionRegistry(List<RegistryRow> rows, List<SessionSummary> summaries) {
    this(rows, summaries, List.of(), List.of(), Optional.empty());
  }

  /**
   * Where the run belongs.
   *
   * @param master the master issue
   */
  public record Home(RunId run, IssueId master) {}
}
