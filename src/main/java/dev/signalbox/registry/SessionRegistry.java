package dev.signalbox.registry;

import java.util.List;

/**
 * What the plan file shows of a run.
 *
 * @param rows in the dispatch table's order
 * @param summaries in the same order; sessions without one are left out
 */
public record SessionRegistry(List<RegistryRow> rows, List<SessionSummary> summaries) {
  public SessionRegistry {
    rows = List.copyOf(rows);
    summaries = List.copyOf(summaries);
  }
}
