package dev.signalbox.review;

import java.util.List;

/** What a person does to a record, in the order in which it is written. */
public sealed interface RecordOrder {

  /** A decision about rows. */
  record Decide(List<RowId> rows, RowDecision decision) implements RecordOrder {
    public Decide {
      rows = List.copyOf(rows);
    }
  }

  /** The row's findings are different ones. */
  record Split(RowId row) implements RecordOrder {}

  /** The rows are one. */
  record Join(RowId kept, RowId gone) implements RecordOrder {}
}
