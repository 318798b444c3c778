package dev.signalbox.report;

import java.util.List;

/**
 * Rows of plain text, not yet escaped for anything.
 *
 * @param rows each with as many cells as there are titles
 */
public record Table(List<String> titles, List<List<String>> rows) {
  public Table {
    titles = List.copyOf(titles);
    rows = rows.stream().map(List::copyOf).toList();
  }
}
