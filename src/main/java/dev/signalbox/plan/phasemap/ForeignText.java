package dev.signalbox.plan.phasemap;

import dev.signalbox.document.Block;
import dev.signalbox.document.Line;
import dev.signalbox.document.MarkdownDocument;
import dev.signalbox.plan.PhaseKeys;
import dev.signalbox.reading.Label;
import dev.signalbox.reading.LabelKind;
import dev.signalbox.reading.PhaseKey;
import dev.signalbox.reading.PhaseRow;
import dev.signalbox.reading.WorkLabel;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells documents that another reader understands better, although a table in them looks like a
 * phase map.
 */
final class ForeignText {
  private static final List<String> GSD_KEYS = List.of("wave:", "files_modified:", "depends_on:");

  private final MarkdownDocument document;
  private final Set<String> headings = new HashSet<>();
  private boolean hasFiles;
  private boolean hasFields;
  private boolean hasTaskLines;

  private ForeignText(MarkdownDocument document) {
    this.document = document;
  }

  /** Whether the plan in {@code source}, read from {@code document}, is better read elsewhere. */
  static boolean is(MarkdownDocument document, PhaseMapSource source) {
    ForeignText text = new ForeignText(document);
    text.scan();
    if (text.isGsd() || text.hasFields || text.hasTaskLines) {
      return true;
    }
    boolean sections = !text.headings.isEmpty();
    boolean example = source.isFenced() && source.prompts().isEmpty();
    return sections && (text.hasFiles || example || text.hasSectionsOf(source));
  }

  private boolean isGsd() {
    String front = document.frontMatter().map(MarkdownDocument.FrontMatter::text).orElse("");
    long keys = front.lines().filter(line -> GSD_KEYS.stream().anyMatch(line::startsWith)).count();
    return keys >= 2;
  }

  private void scan() {
    boolean afterPhase = false;
    boolean isFirst = true;
    for (Block block : document.blocks()) {
      if (block instanceof Block.Heading heading) {
        Optional<WorkLabel> label =
            isFirst && heading.level() == 1 ? Optional.empty() : named(heading.text());
        label.flatMap(WorkLabel::id).ifPresent(id -> headings.add(id.toLowerCase(Locale.ROOT)));
        afterPhase = label.isPresent();
        hasFiles |= Label.ofHeading(heading.text()).kind() == LabelKind.FILES;
        isFirst = false;
        continue;
      }
      line(block, afterPhase);
      afterPhase = false;
    }
  }

  private void line(Block block, boolean afterPhase) {
    if (!(block instanceof Block.Item) && !(block instanceof Block.Paragraph)) {
      return;
    }
    Line first = block.first();
    hasFiles |= Label.of(first).filter(label -> label.kind() == LabelKind.FILES).isPresent();
    if (block instanceof Block.Item item) {
      int colon = first.text().indexOf(':');
      hasFields |=
          afterPhase && colon > 0 && PhaseKeys.ALL.contains(first.text().substring(0, colon));
      hasTaskLines |= item.checked().isPresent() && isTaskId(first.text());
    }
  }

  private static Optional<WorkLabel> named(Line line) {
    return WorkLabel.of(line).filter(label -> label.kind() == WorkLabel.Kind.NAMED);
  }

  /** {@code T001}, as tasks of spec-kit begin. */
  private static boolean isTaskId(String text) {
    return text.length() >= 4
        && text.charAt(0) == 'T'
        && text.chars().skip(1).limit(3).allMatch(Character::isDigit);
  }

  /** Whether phases of the tables have sections of their own, which say more than a row. */
  private boolean hasSectionsOf(PhaseMapSource source) {
    return source.tables().stream()
        .filter(table -> !table.is(TableKind.REGISTRY))
        .flatMap(table -> table.rows().stream())
        .map(PhaseRow::key)
        .flatMap(cell -> PhaseKey.of(cell).stream())
        .anyMatch(key -> headings.contains(key.id().value().toLowerCase(Locale.ROOT)));
  }
}
