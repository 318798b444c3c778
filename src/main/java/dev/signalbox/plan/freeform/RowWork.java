package dev.signalbox.plan.freeform;

import dev.signalbox.reading.Column;
import dev.signalbox.reading.PhaseKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes the rows of tables as units of work, in a document without headings of work. Such a row
 * names one unit by an id, and the table says more of it than a rating: a title, an issue, files or
 * order. Tables of the noun that comes first count.
 */
final class RowWork {
  private RowWork() {}

  static List<Work> all(List<IndexRow> rows, Folds folds) {
    List<Work> works = new ArrayList<>();
    for (IndexRow row : rows) {
      Optional<PhaseKey> key = key(row).filter(found -> !folds.holds(row.block()));
      boolean first = works.isEmpty() || works.getFirst().word().equals(row.row().word());
      if (first) {
        key.ifPresent(found -> works.add(Work.of(row, found)));
      }
    }
    return works;
  }

  private static Optional<PhaseKey> key(IndexRow row) {
    boolean single = row.keys().size() == 1 && row.keys().getFirst().numbers().isEmpty();
    Optional<PhaseKey> key = single ? PhaseKey.of(row.row().key()) : Optional.empty();
    return key.filter(found -> !found.title().isEmpty() || describes(row));
  }

  private static boolean describes(IndexRow row) {
    return row.title().isPresent()
        || row.row().columns().hasAny(Column.ISSUE, Column.FILES, Column.AFTER);
  }
}
