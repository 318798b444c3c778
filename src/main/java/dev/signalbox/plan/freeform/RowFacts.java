package dev.signalbox.plan.freeform;

import dev.signalbox.document.Line;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.Touch;
import dev.signalbox.reading.Column;
import dev.signalbox.reading.EstimateText;
import dev.signalbox.reading.FileMentions;
import dev.signalbox.reading.InlineText;
import dev.signalbox.reading.IssueText;
import dev.signalbox.reading.Mention;
import dev.signalbox.reading.Mentions;
import dev.signalbox.reading.ModeText;
import dev.signalbox.reading.PathText;
import dev.signalbox.reading.PhaseRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Adds to the phases what the rows of tables outside of them say. */
final class RowFacts {
  private final PhaseLinks links;
  private final List<Problem> problems;

  RowFacts(PhaseLinks links, List<Problem> problems) {
    this.links = links;
    this.problems = problems;
  }

  void add(IndexRow row) {
    List<OpenPhase> phases = new ArrayList<>();
    for (Mention key : row.keys()) {
      phases.addAll(links.resolve(key).orElse(List.of()));
    }
    if (phases.isEmpty()) {
      return;
    }
    PhaseRow cells = row.row();
    cells.cell(Column.FILES).ifPresent(cell -> files(cell, phases));
    cells.cell(Column.AFTER).ifPresent(cell -> after(cell, phases));
    cells.cell(Column.EXECUTION).ifPresent(cell -> execution(cell, cells, phases));
    cells
        .cell(Column.BATCH)
        .ifPresent(cell -> links.claim(phases, "batch " + InlineText.plain(cell.text())));
    if (phases.size() == 1) {
      single(cells, phases.getFirst());
    }
  }

  private static void single(PhaseRow cells, OpenPhase phase) {
    SectionFacts facts = phase.facts();
    cells
        .cell(Column.ISSUE)
        .ifPresent(cell -> facts.issue(IssueText.all(cell).stream().findFirst()));
    cells.cell(Column.COST).ifPresent(cell -> facts.estimate(EstimateText.of(cell.text())));
    cells.cell(Column.MODE).ifPresent(cell -> facts.mode(ModeText.of(cell.text()).mode()));
  }

  private void files(Line cell, List<OpenPhase> phases) {
    List<Touch> touches = new ArrayList<>();
    new FileMentions(new PathText(touches, problems)).read(cell);
    phases.forEach(phase -> phase.facts().touches.addAll(touches));
  }

  private void after(Line cell, List<OpenPhase> phases) {
    List<Mention> mentions =
        PhaseRow.startsWithNone(cell.text()) ? List.of() : Mentions.inList(cell);
    for (OpenPhase phase : phases) {
      mentions.forEach(mention -> links.after(phase, mention, mention.at()));
    }
  }

  private void execution(Line cell, PhaseRow row, List<OpenPhase> phases) {
    boolean parallel = cell.text().toLowerCase(Locale.ROOT).startsWith("parallel");
    if (parallel && phases.size() > 1) {
      links.claim(phases, "parallel in line " + row.key().at().line());
    } else if (parallel) {
      phases.forEach(OpenPhase::parallel);
    }
  }
}
