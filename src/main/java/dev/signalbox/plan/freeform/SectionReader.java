package dev.signalbox.plan.freeform;

import dev.signalbox.document.Block;
import dev.signalbox.document.Line;
import dev.signalbox.plan.Touch;
import dev.signalbox.reading.Column;
import dev.signalbox.reading.Columns;
import dev.signalbox.reading.FileMentions;
import dev.signalbox.reading.InlineText;
import dev.signalbox.reading.Label;
import dev.signalbox.reading.LabelKind;
import dev.signalbox.reading.PathText;
import dev.signalbox.reading.WorkLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the body of a phase: every entry belongs to the label above it ({@code **Files:**}, {@code
 * ### Validation}), or to the label that it begins with.
 */
final class SectionReader {
  private final SectionFacts facts = new SectionFacts();
  private final FileMentions files = new FileMentions(new PathText(facts.touches, facts.problems));
  private final EntryReader entries = new EntryReader(facts, files);

  private LabelKind kind = LabelKind.OTHER;
  private String name = "";
  private boolean isHeading;

  /** Whether the label has had its text, so that a plain paragraph starts something new. */
  private boolean isConsumed;

  /** The depth of a list item that is a label for the items below it, or -1. */
  private int labelDepth = -1;

  private LabelKind below = LabelKind.OTHER;

  private SectionReader() {}

  /** Reads the blocks from {@code from} to {@code to}, exclusive. */
  static SectionFacts read(List<Block> blocks, int from, int to) {
    SectionReader reader = new SectionReader();
    for (int i = from; i < to; i++) {
      reader.block(blocks.get(i));
    }
    return reader.facts;
  }

  private void block(Block block) {
    switch (block) {
      case Block.Heading heading -> heading(heading.text());
      case Block.Paragraph paragraph -> paragraph(paragraph);
      case Block.Item item -> item(item);
      case Block.Table table -> table(table);
      case Block.Code code -> {
        // Examples and commands: what they name is not what the phase is said to touch.
      }
      case Block.Html html -> {
        // Comments.
      }
    }
  }

  private void heading(Line text) {
    labelDepth = -1;
    Optional<WorkLabel> part = WorkLabel.of(text);
    if (part.isPresent() && part.get().id().isPresent()) {
      facts.steps.add(InlineText.plain(part.get().title().text()));
      label(LabelKind.OTHER, "", false);
      return;
    }
    Label label = Label.ofHeading(text);
    label(label.kind(), label.name(), true);
    value(label.rest());
  }

  private void label(LabelKind value, String label, boolean fromHeading) {
    kind = value;
    name = label;
    isHeading = fromHeading;
    isConsumed = false;
  }

  private void value(Line rest) {
    if (!rest.text().isEmpty()) {
      entries.read(kind, name, new Entry(Entry.Form.TEXT, List.of(rest)));
      isConsumed = true;
    }
  }

  private void paragraph(Block.Paragraph paragraph) {
    labelDepth = -1;
    if (!isHeading && isConsumed) {
      label(LabelKind.OTHER, "", false);
    }
    lines(paragraph.lines(), Entry.Form.TEXT);
  }

  /** Splits lines where one begins with a label; each part is an entry of its label. */
  private void lines(List<Line> lines, Entry.Form form) {
    List<Line> part = new ArrayList<>();
    for (Line line : lines) {
      Optional<String> step = step(line);
      Optional<Label> label = step.isPresent() ? Optional.empty() : Label.of(line);
      if (step.isEmpty() && label.isEmpty()) {
        part.add(line);
        continue;
      }
      flush(part, part.isEmpty() ? Entry.Form.TEXT : form);
      step.ifPresent(facts.steps::add);
      label(
          label.map(Label::kind).orElse(LabelKind.OTHER), label.map(Label::name).orElse(""), false);
      label.map(Label::rest).filter(rest -> !rest.text().isEmpty()).ifPresent(part::add);
    }
    flush(part, form);
  }

  private void flush(List<Line> part, Entry.Form form) {
    if (!part.isEmpty()) {
      entries.read(kind, name, new Entry(form, List.copyOf(part)));
      isConsumed = true;
      part.clear();
    }
  }

  /** The text of a line that names a step: {@code **Step 1: Write the test**}. */
  private static Optional<String> step(Line line) {
    if (!line.text().startsWith("**")) {
      return Optional.empty();
    }
    return WorkLabel.of(line)
        .filter(label -> label.kind() == WorkLabel.Kind.NAMED && label.id().isPresent())
        .map(label -> InlineText.plain(label.title().text()));
  }

  private void item(Block.Item item) {
    Line first = item.first();
    Optional<String> step = step(first);
    if (step.isPresent()) {
      facts.steps.add(step.get());
      label(LabelKind.OTHER, "", false);
      labelDepth = -1;
      return;
    }
    labelDepth = item.depth() <= labelDepth ? -1 : labelDepth;
    Optional<Label> own = Label.of(first).filter(this::opensItem);
    if (own.isPresent()) {
      labelDepth = item.depth();
      below = own.get().kind();
      entries.read(below, own.get().name(), Entry.ofRest(own.get().rest(), item.lines()));
      return;
    }
    List<Line> lines = item.lines();
    int end = 1;
    while (end < lines.size() && Label.of(lines.get(end)).isEmpty()) {
      end++;
    }
    LabelKind under = labelDepth >= 0 ? below : kind;
    boolean isNested = item.depth() > Math.max(labelDepth + 1, 0);
    entries.read(under, name, new Entry(Entry.Form.of(item, isNested), lines.subList(0, end)));
    isConsumed = true;
    if (end < lines.size()) {
      lines(lines.subList(end, lines.size()), Entry.Form.TEXT);
    }
  }

  /** Bare names in a table stand for files of the folder that the section names. */
  private void cell(Line cell) {
    boolean hasFolder = facts.touches.stream().anyMatch(t -> t.glob().text().endsWith("/**"));
    List<Touch> found = new ArrayList<>();
    new FileMentions(new PathText(found, facts.problems)).read(cell);
    found.stream()
        .filter(touch -> !hasFolder || touch.glob().text().indexOf('/') >= 0)
        .forEach(facts.touches::add);
  }

  /** In a file list, words such as Verify say what happens to the file. */
  private boolean opensItem(Label label) {
    return switch (label.kind()) {
      case OTHER -> false;
      case FILES, AFTER, BEFORE, PARALLEL -> true;
      default -> kind != LabelKind.FILES;
    };
  }

  private void table(Block.Table table) {
    Columns columns = new Columns(table.header());
    int work = columns.place(Column.WORK);
    int place = columns.place(Column.FILES);
    for (List<Line> row : table.rows()) {
      if (place >= 0 && place < row.size()) {
        cell(row.get(place));
      }
      if (work >= 0 && work < row.size() && !row.get(work).text().isEmpty()) {
        facts.rows.add(InlineText.plain(row.get(work).text()));
      }
    }
  }
}
