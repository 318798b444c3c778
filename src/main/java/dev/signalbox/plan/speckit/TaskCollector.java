package dev.signalbox.plan.speckit;

import dev.signalbox.document.Block;
import dev.signalbox.document.Line;
import dev.signalbox.document.MarkdownDocument;
import dev.signalbox.error.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the tasks of a document.
 *
 * <p>A task is a list item with a checkbox and a number. Where no item has a checkbox, numbered
 * items and headings without one count instead; otherwise those are examples and summaries.
 *
 * <p>A run is unbroken as long as neither a task without the parallel label, nor a heading, nor
 * another batch id comes between; remarks and blank lines do not break it.
 */
final class TaskCollector {
  private final boolean needsBox;
  private final Outline outline = new Outline();
  private final List<SpecTask> tasks = new ArrayList<>();
  private final List<Line> dependencyLines = new ArrayList<>();
  private final List<Position> unnumbered = new ArrayList<>();
  private @Nullable SpecTask current;
  private int depth;
  private int run;

  private TaskCollector(boolean needsBox) {
    this.needsBox = needsBox;
  }

  static TaskCollector collect(MarkdownDocument document) {
    TaskCollector strict = new TaskCollector(true);
    document.blocks().forEach(strict::take);
    if (!strict.tasks.isEmpty()) {
      return strict;
    }
    TaskCollector lenient = new TaskCollector(false);
    document.blocks().forEach(lenient::take);
    return lenient;
  }

  /** In the document's order. */
  List<SpecTask> tasks() {
    return tasks;
  }

  /** What sections about dependencies say. */
  List<Line> dependencyLines() {
    return dependencyLines;
  }

  /** Where checkboxes without a number stand. */
  List<Position> unnumbered() {
    return unnumbered;
  }

  private void take(Block block) {
    switch (block) {
      case Block.Heading heading -> heading(heading);
      case Block.Item item -> item(item);
      case Block.Paragraph paragraph -> paragraph(paragraph.lines());
      case Block.Code code -> code(code.lines());
      case Block.Table table -> current = null;
      case Block.Html html -> {
        // A comment between two tasks separates nothing.
      }
    }
  }

  private void heading(Block.Heading heading) {
    outline.enter(heading);
    current = null;
    run++;
    if (!needsBox) {
      TaskLine.read(heading.text(), false).filter(this::isNew).ifPresent(line -> begin(line, -1));
    }
  }

  private void item(Block.Item item) {
    Line first = item.first();
    boolean hasBox = item.checked().isPresent();
    Optional<TaskLine> line = TaskLine.read(first, hasBox).filter(task -> isTask(task, item));
    if (line.isPresent()) {
      begin(line.get(), item.depth());
      addFurther(item.lines().subList(1, item.lines().size()));
    } else if (current != null && item.depth() > depth) {
      subBullet(item.lines());
    } else {
      current = null;
      if (hasBox) {
        unnumbered.add(first.at());
      }
      if (outline.isAboutDependencies()) {
        dependencyLines.addAll(item.lines());
      }
    }
  }

  private boolean isTask(TaskLine line, Block.Item item) {
    return needsBox ? line.boxes() > 0 : isNew(line) && (current == null || item.depth() <= depth);
  }

  private boolean isNew(TaskLine line) {
    return !outline.isAboutDependencies()
        && tasks.stream().noneMatch(task -> task.id().equals(line.id()));
  }

  private void begin(TaskLine line, int atDepth) {
    run += breaksRun(line) ? 1 : 0;
    SpecTask task = new SpecTask(line, outline.section(), run);
    tasks.add(task);
    current = task;
    depth = atDepth;
  }

  private boolean breaksRun(TaskLine line) {
    return tasks.isEmpty()
        || !line.isParallel()
        || !tasks.getLast().line().batch().equals(line.batch());
  }

  private void subBullet(List<Line> lines) {
    SpecTask task = current;
    if (task != null) {
      task.addSubBullet(lines);
    }
  }

  /** Markdown lets an item's text run on into the next line, even into one at the margin. */
  private void addFurther(List<Line> lines) {
    SpecTask task = current;
    for (Line line : lines) {
      boolean isIndented = line.at().column() > 1;
      if (task != null && isIndented) {
        task.addLine(line);
      } else {
        outline.note(List.of(line));
      }
    }
  }

  private void paragraph(List<Line> lines) {
    if (current != null && lines.getFirst().at().column() > 1) {
      addFurther(lines);
      return;
    }
    current = null;
    outline.note(lines);
    if (outline.isAboutDependencies()) {
      dependencyLines.addAll(lines);
    }
  }

  private void code(List<Line> lines) {
    if (outline.isAboutDependencies()) {
      dependencyLines.addAll(lines);
    }
  }
}
