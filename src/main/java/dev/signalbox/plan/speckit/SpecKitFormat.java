package dev.signalbox.plan.speckit;

import dev.signalbox.document.Block;
import dev.signalbox.document.MarkdownDocument;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanFormat;
import dev.signalbox.plan.PlanHeader;
import dev.signalbox.plan.PlanReading;
import dev.signalbox.plan.PlanSource;
import dev.signalbox.plan.SourceCounts;
import dev.signalbox.plan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads spec-kit's {@code tasks.md}: each task is one phase, ticked ones too, because what was done
 * is the author's claim and its files still tell who else touches them.
 *
 * <p>A phase touches the files that its task's text names (see {@link
 * dev.signalbox.prose.PathMentions}); its order is the document's (see {@link TaskOrder}); an
 * unbroken run of {@code [P]} tasks is one parallel claim (see {@link TaskCollector}). Counted are
 * task lines of the format's own form (not those with two checkboxes), relations stated in words,
 * and {@code [P]} labels.
 */
public final class SpecKitFormat implements PlanFormat {
  private static final String FILE_NAME = "tasks.md";

  @Override
  public String name() {
    return "spec-kit";
  }

  @Override
  public boolean recognises(PlanSource source) {
    return taskFile(source).isPresent();
  }

  /** A folder may hold many documents; its {@code tasks.md} comes first. */
  private static Optional<SourceFile> taskFile(PlanSource source) {
    return source.files().stream()
        .filter(file -> file.name().equals(FILE_NAME))
        .filter(file -> hasTasks(file, false))
        .findFirst()
        .or(() -> source.files().stream().filter(file -> hasTasks(file, true)).findFirst());
  }

  private static boolean hasTasks(SourceFile file, boolean needsBox) {
    return file.name().endsWith(".json")
        ? false
        : file.text().lines().anyMatch(line -> isTask(line.strip(), needsBox));
  }

  private static boolean isTask(String line, boolean needsBox) {
    int id = line.indexOf('T');
    boolean isItem = line.startsWith("- [") || line.startsWith("* [");
    boolean isPlain = line.startsWith("- ") || line.startsWith("* ") || line.startsWith("#");
    boolean isNear =
        id >= 0 && id < 24 && TaskId.at(line, id).filter(t -> t.text().length() > 2).isPresent();
    return isNear && (isItem || (!needsBox && isPlain));
  }

  @Override
  public PlanReading read(PlanSource source) {
    SourceFile file = taskFile(source).orElse(source.first());
    MarkdownDocument document = MarkdownDocument.parse(file);
    TaskCollector collected = TaskCollector.collect(document);
    List<SpecTask> tasks = collected.tasks();
    RelationReader relations = new RelationReader(tasks.stream().map(SpecTask::id).toList());
    collected.dependencyLines().forEach(relations::section);
    tasks.forEach(task -> task.lines().forEach(line -> relations.task(task.id(), line)));
    TaskOrder order = new TaskOrder(tasks, relations.relations());

    List<Problem> problems = new ArrayList<>();
    if (tasks.isEmpty()) {
      problems.add(noTasks(file));
    }
    notRead(collected.unnumbered(), "checkboxes without a task number").ifPresent(problems::add);
    notRead(relations.omitted(), "statements of order past the limit").ifPresent(problems::add);
    otherFiles(source, file).forEach(problems::add);
    Plan plan =
        new Plan(
            PlanHeader.untitled(source.name(), title(document, file)),
            new SpecPhases(tasks, order).build(),
            List.of());
    return new PlanReading(plan, problems, counts(tasks, order));
  }

  private static SourceCounts counts(List<SpecTask> tasks, TaskOrder order) {
    List<SpecTask> formed = tasks.stream().filter(SpecTask::isWellFormed).toList();
    int parallel = (int) formed.stream().filter(SpecTask::isParallel).count();
    return new SourceCounts(formed.size(), order.stated(), parallel);
  }

  private static String title(MarkdownDocument document, SourceFile file) {
    return document.blocks().stream()
        .filter(Block.Heading.class::isInstance)
        .map(block -> ((Block.Heading) block).text().text())
        .map(text -> text.startsWith("Tasks:") ? text.substring(6).strip() : text)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse(file.name());
  }

  private static Problem noTasks(SourceFile file) {
    return Problem.error(
        ErrorCode.PLAN_NO_PHASES,
        Position.startOf(file.path()),
        "expected task lines such as '- [ ] T001 [P] Create src/a.ts', found none",
        "number the tasks T001, T002 and so on, each on a line of its own");
  }

  private static Optional<Problem> notRead(List<Position> places, String what) {
    return places.stream()
        .findFirst()
        .map(first ->
            Problem.warning(
                ErrorCode.PLAN_PART_NOT_READ,
                first,
                "expected numbered tasks only, found %d %s, the first here"
                    .formatted(places.size(), what),
                "give them a number such as T001 if sessions shall work on them"));
  }

  private static List<Problem> otherFiles(PlanSource source, SourceFile file) {
    return source.files().stream()
        .filter(other -> !other.path().equals(file.path()) && other.name().equals(FILE_NAME))
        .map(other ->
            Problem.warning(
                ErrorCode.PLAN_PART_NOT_READ,
                Position.startOf(other.path()),
                "expected one tasks.md, found another beside " + file.path(),
                "check it on its own"))
        .toList();
  }
}
