package dev.signalbox.launch;

import static dev.signalbox.plan.LaunchMode.ASK;
import static dev.signalbox.plan.LaunchMode.BYPASS;
import static dev.signalbox.plan.LaunchMode.PLAN;

import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.LaunchMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which execution mode is launched with which permission, for work that changes files.
 *
 * @param rows one for each mode, in the enum's order
 */
public record LaunchTable(Map<ExecMode, Row> rows) {

  /** The mission's primary mapping (section 2), row by row. */
  public static final LaunchTable DEFAULT =
      of(
          List.of(
              new Row(ExecMode.QUICK, BYPASS, "well-defined, no ambiguity, just execute"),
              new Row(ExecMode.TDD, BYPASS, "red-green-refactor is autonomous once started"),
              new Row(
                  ExecMode.PAIR,
                  PLAN,
                  "explore and get human input, then implement after approval"),
              new Row(ExecMode.CHECKPOINT, ASK, "pauses at gates, a human approves each step"),
              new Row(ExecMode.SWARM, BYPASS, "subagent orchestration is autonomous"),
              new Row(ExecMode.SPIKE, BYPASS, "exploration that produces artifacts")));

  /**
   * One row.
   *
   * @param rationale for the dispatch table; without a full stop
   */
  public record Row(ExecMode mode, LaunchMode launch, String rationale) {}

  public LaunchTable {
    EnumMap<ExecMode, Row> complete = new EnumMap<>(ExecMode.class);
    complete.putAll(rows);
    if (complete.size() != ExecMode.values().length) {
      throw new IllegalArgumentException("expected a row for each mode, found " + rows.keySet());
    }
    rows = Collections.unmodifiableMap(complete);
  }

  /** The table with these rows; each mode exactly once. */
  public static LaunchTable of(List<Row> rows) {
    EnumMap<ExecMode, Row> byMode = new EnumMap<>(ExecMode.class);
    for (Row row : rows) {
      if (byMode.put(row.mode(), row) != null) {
        throw new IllegalArgumentException("expected one row for " + row.mode() + ", found two");
      }
    }
    return new LaunchTable(byMode);
  }

  /** The row of that mode. */
  public Row row(ExecMode mode) {
    Row row = rows.get(mode);
    if (row == null) {
      throw new IllegalStateException("expected a row for " + mode + ", found none");
    }
    return row;
  }
}
