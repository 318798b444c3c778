package dev.signalbox.plan.phasemap;

import dev.signalbox.document.Block;
import dev.signalbox.document.Line;
import dev.signalbox.reading.Columns;
import dev.signalbox.reading.InlineText;
import dev.signalbox.reading.PhaseRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A table with its kind and its rows, without rows that only sum up or stand for more rows. */
record PlanTable(TableKind kind, List<PhaseRow> rows) {
  private static final Set<String> NO_ROWS = Set.of("total", "totals", "sum", "...", "…", "etc");

  static PlanTable of(Block.Table table) {
    Columns columns = new Columns(table.header());
    TableKind kind = TableKind.of(columns);
    List<PhaseRow> rows = new ArrayList<>();
    int place = kind.keyPlace(columns);
    for (List<Line> cells : place < 0 ? List.<List<Line>>of() : table.rows()) {
      PhaseRow.of(columns, place, cells).filter(PlanTable::isRow).ifPresent(rows::add);
    }
    return new PlanTable(kind, List.copyOf(rows));
  }

  private static boolean isRow(PhaseRow row) {
    boolean blank = row.cells().stream().allMatch(cell -> cell.text().isBlank());
    String key = InlineText.plain(row.key().text()).toLowerCase(Locale.ROOT);
    return !blank && !NO_ROWS.contains(key);
  }

  boolean is(TableKind wanted) {
    return kind == wanted;
  }
}
