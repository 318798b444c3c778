package dev.signalbox.plan.phasemap;

import dev.signalbox.reading.Column;
import dev.signalbox.reading.Columns;

/** What a table is to a plan in phase-map form. */
enum TableKind {
  /** Its rows are the phases. */
  PHASES,
  /** Its rows are sessions; they are the phases where no table of phases exists. */
  SESSIONS,
  /** Its rows are issues, with what is known of them. */
  REGISTRY,
  /** It says more about phases that another table lists. */
  MORE,
  /** A table of something else, a record of sessions that ran included. */
  OTHER;

  static TableKind of(Columns columns) {
    boolean phases = columns.placeOf("phase") >= 0;
    boolean describes = columns.hasAny(Column.ISSUE, Column.FOCUS, Column.AFTER);
    if (columns.has(Column.SESSION_NAME)) {
      return OTHER;
    }
    if (phases) {
      return describes ? PHASES : MORE;
    }
    if (columns.has(Column.SESSION) && describes) {
      return SESSIONS;
    }
    boolean registry =
        columns.hasAny(Column.ID, Column.ISSUE)
            && columns.has(Column.TITLE)
            && columns.hasAny(Column.MODE, Column.AFTER);
    return registry && !columns.has(Column.WORK) ? REGISTRY : OTHER;
  }

  /** The index of the column that names the rows of such a table. */
  int keyPlace(Columns columns) {
    return switch (this) {
      case PHASES, MORE -> columns.placeOf("phase");
      case SESSIONS -> columns.place(Column.SESSION);
      case REGISTRY, OTHER ->
          columns.has(Column.ID) ? columns.place(Column.ID) : columns.place(Column.ISSUE);
    };
  }
}
