package dev.signalbox.plan.taskmaster;

import dev.signalbox.document.DataNode;
import dev.signalbox.document.DataReading;
import dev.signalbox.document.JsonReader;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.Phase;
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
 * Reads Taskmaster's {@code tasks.json}: each task is one phase, its subtasks are the phase's
 * tasks. Done tasks are read too.
 *
 * <p>Of several tags {@code master} is read, or else the first one. Counted are tasks and subtasks,
 * and every dependency that either states; Taskmaster has no parallel label.
 */
public final class TaskmasterFormat implements PlanFormat {
  private static final String TASKS = "tasks";
  private static final String MASTER = "master";

  @Override
  public String name() {
    return "taskmaster";
  }

  @Override
  public boolean recognises(PlanSource source) {
    return taskFile(source).isPresent();
  }

  private static Optional<SourceFile> taskFile(PlanSource source) {
    return source.files().stream().filter(TaskmasterFormat::isTaskFile).findFirst();
  }

  /** The name decides for a file that cannot be read; otherwise its keys do. */
  private static boolean isTaskFile(SourceFile file) {
    String name = file.name();
    boolean isNamed = name.startsWith(TASKS) && name.endsWith(".json");
    boolean isJson = name.endsWith(".json") || !name.contains(".");
    return isNamed
        || (isJson
            && file.text().stripLeading().startsWith("{")
            && file.text().contains("\"tasks\"")
            && file.text().contains("\"dependencies\""));
  }

  @Override
  public PlanReading read(PlanSource source) {
    SourceFile file = taskFile(source).orElse(source.first());
    DataReading json = JsonReader.read(file);
    List<Problem> problems = new ArrayList<>(json.problems());
    Optional<DataNode> list = json.root().flatMap(root -> taskList(root, problems));
    TaskReader reader = new TaskReader(problems);
    List<Phase> phases = list.map(reader::read).orElse(List.of());
    if (phases.isEmpty() && problems.stream().noneMatch(Problem::isError)) {
      problems.add(noTasks(file));
    }
    return new PlanReading(
        new Plan(PlanHeader.untitled(source.name(), title(json, file)), phases, List.of()),
        problems,
        new SourceCounts(reader.tasks(), reader.edges(), 0));
  }

  /** The list of tasks: at the root, or below a tag. */
  private static Optional<DataNode> taskList(DataNode root, List<Problem> problems) {
    if (!(root instanceof DataNode.Mapping mapping)) {
      problems.add(shape(root.at(), "an object with tasks", TaskReader.kind(root)));
      return Optional.empty();
    }
    Optional<DataNode> direct = mapping.get(TASKS);
    if (direct.isPresent()) {
      return direct;
    }
    List<DataNode.Entry> tags = mapping.entries().stream().filter(TaskmasterFormat::isTag).toList();
    Optional<DataNode.Entry> read =
        tags.stream()
            .filter(tag -> tag.key().equals(MASTER))
            .findFirst()
            .or(() -> tags.stream().findFirst());
    for (DataNode.Entry tag : tags) {
      if (read.filter(taken -> !taken.key().equals(tag.key())).isPresent()) {
        problems.add(otherTag(tag, read.get()));
      }
    }
    if (read.isEmpty()) {
      problems.add(shape(root.at(), "a list named tasks, at the root or below a tag", "none"));
    }
    return read.flatMap(tag -> ((DataNode.Mapping) tag.value()).get(TASKS));
  }

  private static boolean isTag(DataNode.Entry entry) {
    return entry.value() instanceof DataNode.Mapping tag && tag.get(TASKS).isPresent();
  }

  private static Problem otherTag(DataNode.Entry tag, DataNode.Entry read) {
    return Problem.warning(
        ErrorCode.PLAN_PART_NOT_READ,
        tag.keyAt(),
        "expected one tag, found %s beside %s, which is read".formatted(tag.key(), read.key()),
        "export the other tag into a file of its own to work on it");
  }

  static Problem shape(Position at, String expected, String found) {
    return Problem.error(
        ErrorCode.PLAN_JSON_INVALID,
        at,
        "expected %s, found %s".formatted(expected, found),
        "write it as Taskmaster does: {\"tasks\": [{\"id\": 1, \"title\": ...}]}");
  }

  private static Problem noTasks(SourceFile file) {
    return Problem.error(
        ErrorCode.PLAN_NO_PHASES,
        Position.startOf(file.path()),
        "expected at least one task in tasks, found an empty list",
        "let Taskmaster parse the requirements first");
  }

  private static String title(DataReading json, SourceFile file) {
    return json.mapping()
        .flatMap(root -> root.get("metadata"))
        .filter(DataNode.Mapping.class::isInstance)
        .flatMap(metadata -> ((DataNode.Mapping) metadata).scalar("projectName"))
        .map(DataNode.Scalar::text)
        .filter(text -> !text.isBlank())
        .orElse(file.name());
  }
}
