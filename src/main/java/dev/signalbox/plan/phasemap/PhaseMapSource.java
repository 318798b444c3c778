package dev.signalbox.plan.phasemap;

import dev.signalbox.document.Block;
import dev.signalbox.document.MarkdownDocument;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.SourceFile;
import dev.signalbox.reading.InlineText;
import dev.signalbox.reading.IssueText;
import dev.signalbox.reading.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a file holds of a plan in phase-map form.
 *
 * @param title empty where the file has no heading
 * @param master the master issue, where the file names one
 * @param tables the tables that say something of phases; those of the document itself, or, where it
 *     has none, those in its fenced blocks of Markdown
 * @param isFenced whether the tables come from fenced blocks
 */
record PhaseMapSource(
    String title,
    Optional<IssueId> master,
    List<PlanTable> tables,
    boolean isFenced,
    List<DispatchPrompt> prompts,
    List<Problem> problems) {
  private static final Set<String> MASTER_LABELS =
      Set.of("parent issue", "master issue", "master plan issue", "master plan");

  static PhaseMapSource of(SourceFile file) {
    return RichText.isLikely(file) ? ofRichText(file) : of(MarkdownDocument.parse(file));
  }

  private static PhaseMapSource ofRichText(SourceFile file) {
    RichText text = RichText.read(file);
    return new PhaseMapSource(
        text.title(),
        Optional.empty(),
        planTables(text.tables()),
        false,
        List.of(),
        text.problems());
  }

  static PhaseMapSource of(MarkdownDocument document) {
    List<Block.Table> own = new ArrayList<>();
    List<DispatchPrompt> prompts = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    List<IssueId> masters = new ArrayList<>();
    for (Block block : document.blocks()) {
      switch (block) {
        case Block.Table table -> own.add(table);
        case Block.Code code -> DispatchPrompt.of(code).ifPresent(prompts::add);
        case Block.Heading heading -> titles.add(InlineText.plain(heading.text().text()));
        case Block.Paragraph paragraph -> master(paragraph).ifPresent(masters::add);
        default -> {
          // Everything else explains.
        }
      }
    }
    prompts.forEach(prompt -> prompt.master().ifPresent(masters::add));
    List<PlanTable> tables = planTables(own);
    boolean isFenced = tables.stream().noneMatch(PhaseMapSource::listsPhases);
    return new PhaseMapSource(
        titles.isEmpty() ? "" : titles.getFirst(),
        masters.stream().findFirst(),
        isFenced ? planTables(FencedTables.of(document)) : tables,
        isFenced,
        List.copyOf(prompts),
        List.of());
  }

  private static Optional<IssueId> master(Block.Paragraph paragraph) {
    return paragraph.lines().stream()
        .flatMap(line -> Label.of(line).stream())
        .filter(label -> MASTER_LABELS.contains(label.name()))
        .flatMap(label -> IssueText.all(label.rest()).stream())
        .findFirst();
  }

  private static List<PlanTable> planTables(List<Block.Table> tables) {
    return tables.stream()
        .map(PlanTable::of)
        .filter(table -> !table.is(TableKind.OTHER) && !table.rows().isEmpty())
        .toList();
  }

  /** Whether the rows of {@code table} can be the phases of a plan. */
  static boolean listsPhases(PlanTable table) {
    return !table.is(TableKind.MORE);
  }

  /** Whether the file holds anything that can be a phase. */
  boolean hasPhases() {
    return !prompts.isEmpty() || tables.stream().anyMatch(PhaseMapSource::listsPhases);
  }
}
