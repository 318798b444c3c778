package dev.signalbox.plan.freeform;

import dev.signalbox.document.Block;
import dev.signalbox.document.MarkdownDocument;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanFormat;
import dev.signalbox.plan.PlanHeader;
import dev.signalbox.plan.PlanReading;
import dev.signalbox.plan.PlanSource;
import dev.signalbox.reading.InlineText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Any Markdown plan that no other reader takes; the last to be asked.
 *
 * <p>Phases are the sections of headings such as {@code Task 3: Title}, {@code Phase 1A}, {@code
 * U1. Title}; see {@link WorkChoice} for nested headings. Without such headings they are the rows
 * of a table of phases, else the open entries of a checklist. Work that is marked as finished is
 * left out, and nothing waits for it. Ids stay the document's own; {@link WorkIds} makes them
 * unique.
 *
 * <p>Of a section are read: lists, tables and labels of files, which become touches; labels of
 * order ({@code Depends on}, {@code Blocked by}, {@code Blocks}, {@code Consumes}); labels and
 * brackets that call it parallel; steps, checkboxes and numbered items, which become tasks; goal
 * and acceptance. Tables and sentences outside the sections add files, order and claims.
 */
public final class FreeformFormat implements PlanFormat {
  private static final List<String> OTHER_ENDS =
      List.of(".json", ".yaml", ".yml", ".toml", ".xml", ".csv", ".html");

  @Override
  public String name() {
    return "freeform";
  }

  @Override
  public boolean recognises(PlanSource source) {
    String name = source.first().name().toLowerCase(Locale.ROOT);
    String start = source.first().text().stripLeading();
    return source.files().size() == 1
        && OTHER_ENDS.stream().noneMatch(name::endsWith)
        && !start.startsWith("{")
        && !start.startsWith("[{");
  }

  @Override
  public PlanReading read(PlanSource source) {
    MarkdownDocument document = MarkdownDocument.parse(source.first());
    Outline outline = Outline.of(document.blocks());
    List<IndexRow> rows = IndexRow.all(document.blocks());
    Finished finished = Finished.of(outline, rows);
    FoundWork found = new WorkFinder(outline, rows, finished).find();
    FreeformPlan.Result result = FreeformPlan.of(document.blocks(), found, rows, finished);
    List<Problem> problems = new ArrayList<>(result.problems());
    problems.addAll(LeftOut.problems(source.first(), outline, found));
    return new PlanReading(
        new Plan(header(source, document), result.phases(), List.of()), problems, result.counts());
  }

  private static PlanHeader header(PlanSource source, MarkdownDocument document) {
    String title =
        document.blocks().stream()
            .filter(Block.Heading.class::isInstance)
            .map(block -> InlineText.plain(block.first().text()))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse(source.first().name());
    return PlanHeader.untitled(source.name(), title);
  }
}
