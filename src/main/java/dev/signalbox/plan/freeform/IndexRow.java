package dev.signalbox.plan.freeform;

import dev.signalbox.document.Block;
import dev.signalbox.document.Line;
import dev.signalbox.reading.Column;
import dev.signalbox.reading.Columns;
import dev.signalbox.reading.DoneMark;
import dev.signalbox.reading.Mention;
import dev.signalbox.reading.Mentions;
import dev.signalbox.reading.PhaseRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A row of a table that says something of units of work.
 *
 * @param block the index of the table's block
 * @param keys the work that the row names, with the header's noun where the cell has none
 */
record IndexRow(int block, PhaseRow row, List<Mention> keys) {

  /** The rows of all tables with a column of work, in order. */
  static List<IndexRow> all(List<Block> blocks) {
    List<IndexRow> rows = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Block.Table table) {
        rows(i, table, rows);
      }
    }
    return rows;
  }

  private static void rows(int block, Block.Table table, List<IndexRow> rows) {
    Columns columns = new Columns(table.header());
    int place = columns.has(Column.WORK) ? columns.workPlace() : columns.place(Column.AGENT);
    for (List<Line> cells : place < 0 ? List.<List<Line>>of() : table.rows()) {
      PhaseRow.of(columns, place, cells)
          .ifPresent(row -> rows.add(new IndexRow(block, row, keys(row))));
    }
  }

  private static List<Mention> keys(PhaseRow row) {
    return Mentions.inList(row.key()).stream()
        .map(m -> m.isNamed() ? m : new Mention(row.word(), m.first(), m.last(), m.at()))
        .toList();
  }

  boolean isDone() {
    return row.cell(Column.STATUS).filter(cell -> DoneMark.isDoneStatus(cell.text())).isPresent();
  }

  /** Whether the table tells what is changed or in which order. */
  boolean tellsScope() {
    return row.columns().hasAny(Column.FILES, Column.AFTER);
  }

  Optional<Line> title() {
    return row.cell(Column.FOCUS).or(() -> row.cell(Column.TITLE));
  }
}
