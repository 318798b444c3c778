package dev.signalbox.reading;

import dev.signalbox.document.Line;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A row of a table of work.
 *
 * @param key the cell that names the unit of work
 * @param word the noun in that column's header, empty where there is none
 */
public record PhaseRow(Line key, String word, Columns columns, List<Line> cells) {
  private static final Set<String> NONE =
      Set.of("none", "n/a", "na", "nothing", "no", "tbd", "todo", "new", "-", "--", "—", "–", "");

  /** The row whose work is named in the column at {@code place}; empty for a row without it. */
  public static Optional<PhaseRow> of(Columns columns, int place, List<Line> cells) {
    return place >= cells.size()
        ? Optional.empty()
        : Optional.of(new PhaseRow(cells.get(place), columns.workWord(place), columns, cells));
  }

  /** The cell of {@code column}; empty where it is missing, blank or says none. */
  public Optional<Line> cell(Column column) {
    int place = columns.place(column);
    if (place < 0 || place >= cells.size()) {
      return Optional.empty();
    }
    Line cell = cells.get(place);
    return isNone(cell.text()) ? Optional.empty() : Optional.of(cell);
  }

  /** Whether {@code text} is one of the ways to write that there is nothing. */
  public static boolean isNone(String text) {
    return NONE.contains(InlineText.plain(text).toLowerCase(Locale.ROOT));
  }

  /** Whether {@code text} begins so: {@code None (parallel with 1A)}, {@code Nothing after 0}. */
  public static boolean startsWithNone(String text) {
    String plain = InlineText.plain(text);
    int end = 0;
    while (end < plain.length() && " (,;:.".indexOf(plain.charAt(end)) < 0) {
      end++;
    }
    return isNone(plain.substring(0, end));
  }
}
