package dev.signalbox.plan.markdown;

import dev.signalbox.document.Block;
import dev.signalbox.document.Line;
import dev.signalbox.plan.PhaseDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the blocks between one phase heading and the next: fields first, then labelled sections.
 *
 * <p>Works line by line, because Markdown lets the last item of a list run on into a label.
 */
final class PhaseSection {
  private final PhaseDraft phase;
  private final PhaseFields fields;
  private final boolean isIssue;
  private final List<String> deliverable = new ArrayList<>();
  private @Nullable Label label;
  private boolean isElsewhere;
  private FieldText.@Nullable Field open;
  private final List<Line> openMore = new ArrayList<>();

  PhaseSection(PhaseDraft phase, PhaseFields fields) {
    this(phase, fields, false);
  }

  private PhaseSection(PhaseDraft phase, PhaseFields fields, boolean isIssue) {
    this.phase = phase;
    this.fields = fields;
    this.isIssue = isIssue;
  }

  /**
   * For the description of an issue, where people and tools have sections of their own: what stands
   * below a heading that is no label is not ours.
   */
  static PhaseSection ofIssue(PhaseDraft phase, PhaseFields fields) {
    return new PhaseSection(phase, fields, true);
  }

  void take(Block block) {
    switch (block) {
      case Block.Heading heading -> heading(heading);
      case Block.Item item -> item(item);
      case Block.Paragraph paragraph -> paragraph.lines().forEach(this::text);
      case Block.Code code -> code.lines().forEach(line -> deliverableText(line.text()));
      case Block.Table table -> table.rows().forEach(this::row);
      case Block.Html html -> {
        // Comments and markup say nothing to a session.
      }
    }
  }

  /** Ends the section: what was collected goes into the phase. */
  void finish() {
    closeField();
    if (!deliverable.isEmpty()) {
      phase.deliverableText(String.join(" ", deliverable));
    }
  }

  private void heading(Block.Heading heading) {
    closeField();
    Optional<Label.Start> start = Label.ofHeading(heading.text());
    label = null;
    isElsewhere = isIssue;
    start.ifPresent(this::start);
  }

  private void start(Label.Start start) {
    closeField();
    isElsewhere = false;
    label = start.label();
    if (!start.rest().text().isEmpty()) {
      add(start.rest().text());
    }
  }

  private void item(Block.Item item) {
    Line first = item.first();
    if (label == null) {
      field(item.depth(), first);
    } else if (item.depth() > 0 && !entries().isEmpty()) {
      continueEntry("; " + first.text());
    } else {
      add(first.text());
    }
    for (Line line : item.lines().subList(1, item.lines().size())) {
      boolean isOutside = line.at().column() < first.at().column();
      if (!isOutside || !startsLabel(line)) {
        continuation(line);
      }
    }
  }

  private void field(int depth, Line line) {
    if (isElsewhere) {
      return;
    }
    if (depth > 0 && open != null) {
      openMore.add(FieldText.withoutComment(line));
      return;
    }
    closeField();
    FieldText.field(line).ifPresent(field -> open = field);
  }

  private void continuation(Line line) {
    if (label == null) {
      openMore.add(FieldText.withoutComment(line));
    } else {
      continueEntry(" " + line.text());
    }
  }

  private void text(Line line) {
    if (!startsLabel(line) && label == Label.DELIVERABLE) {
      add(line.text());
    } else if (label != null && !entries().isEmpty() && line.at().column() > 1) {
      continueEntry(" " + line.text());
    }
  }

  private boolean startsLabel(Line line) {
    Optional<Label.Start> start = Label.of(line);
    start.ifPresent(this::start);
    return start.isPresent();
  }

  private void row(List<Line> cells) {
    deliverableText(String.join(" | ", cells.stream().map(Line::text).toList()));
  }

  private void deliverableText(String text) {
    if (label == Label.DELIVERABLE) {
      add(text);
    }
  }

  private void closeField() {
    FieldText.Field field = open;
    open = null;
    if (field != null) {
      fields.take(field, List.copyOf(openMore));
    }
    openMore.clear();
  }

  private void add(String text) {
    if (!text.isEmpty()) {
      entries().add(text);
    }
  }

  private void continueEntry(String text) {
    List<String> entries = entries();
    if (!entries.isEmpty()) {
      entries.set(entries.size() - 1, entries.getLast() + text);
    }
  }

  private List<String> entries() {
    return switch (label) {
      case CONTEXT -> phase.context;
      case ACCEPTANCE -> phase.acceptance;
      case TASKS -> phase.tasks;
      case DELIVERABLE -> deliverable;
      case null -> new ArrayList<>();
    };
  }
}
