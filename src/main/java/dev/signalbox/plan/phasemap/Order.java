package dev.signalbox.plan.phasemap;

import dev.signalbox.document.Line;
import dev.signalbox.reading.Mention;
import dev.signalbox.reading.Mentions;
import dev.signalbox.reading.PhaseRow;
import java.util.List;
import java.util.Locale;

/**
 * What a cell says of order: {@code 1A, 1B}, {@code None (parallel with 1A)}, {@code CIA-413}.
 *
 * @param after the work that comes first
 * @param beside the work that is said to run at the same time
 * @param isClear false where the cell says something that is neither
 */
record Order(List<Mention> after, List<Mention> beside, boolean isClear) {
  private static final String PARALLEL = "parallel";

  static Order of(Line cell) {
    int parallel = cell.text().toLowerCase(Locale.ROOT).indexOf(PARALLEL);
    int end = parallel < 0 ? cell.text().length() : parallel;
    Line first = new Line(cell.text().substring(0, end), cell.at());
    List<Mention> beside =
        parallel < 0 ? List.of() : Mentions.inList(behindWith(cell, parallel + PARALLEL.length()));
    boolean none = PhaseRow.startsWithNone(first.text());
    List<Mention> after = none ? List.of() : Mentions.inList(first);
    return new Order(after, beside, none || parallel >= 0 || !after.isEmpty());
  }

  private static Line behindWith(Line cell, int from) {
    Line rest = cell.from(from);
    return rest.text().startsWith("with ") ? rest.from(5) : rest;
  }
}
