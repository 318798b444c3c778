package dev.signalbox.plan.taskmaster;

import dev.signalbox.document.DataNode;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseDraft;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.PhaseRef;
import dev.signalbox.prose.Prose;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the list of tasks. */
final class TaskReader {
  private final List<Problem> problems;
  private final Set<String> ids = new HashSet<>();
  private int tasks;
  private int edges;

  TaskReader(List<Problem> problems) {
    this.problems = problems;
  }

  /** Tasks and subtasks read so far. */
  int tasks() {
    return tasks;
  }

  /** Dependencies that they state. */
  int edges() {
    return edges;
  }

  /** The phases, in the document's order. What is no task becomes a problem. */
  List<Phase> read(DataNode list) {
    List<DataNode.Mapping> records = mappings(list, "a list of tasks");
    records.forEach(task -> id(task).ifPresent(id -> ids.add(id.text())));
    List<Phase> phases = new ArrayList<>();
    for (DataNode.Mapping task : records) {
      tasks++;
      phase(task).ifPresent(phases::add);
    }
    return phases;
  }

  private Optional<Phase> phase(DataNode.Mapping task) {
    Optional<DataNode.Scalar> id = id(task).filter(value -> PhaseId.isValid(value.text()));
    if (id.isEmpty()) {
      String found = task.get("id").map(TaskReader::kind).orElse("none");
      problems.add(TaskmasterFormat.shape(task.at(), "a task with an id", found));
      return Optional.empty();
    }
    PhaseDraft draft = new PhaseDraft(new PhaseId(id.get().text()), task.at());
    draft.title(text(task, "title").orElse(""));
    text(task, "description").ifPresent(draft.context::add);
    text(task, "details").ifPresent(draft.context::add);
    text(task, "testStrategy").ifPresent(draft.acceptance::add);
    draft.touches.addAll(StatedFiles.in(task.scalar("details")));
    for (DataNode.Scalar wanted : dependencies(task)) {
      depend(draft, wanted, Set.of());
    }
    subtasks(task, draft);
    return Optional.of(draft.build());
  }

  private static Optional<DataNode.Scalar> id(DataNode.Mapping task) {
    return task.scalar("id");
  }

  private void subtasks(DataNode.Mapping task, PhaseDraft draft) {
    Optional<DataNode> list = task.get("subtasks");
    if (list.isEmpty()) {
      return;
    }
    List<DataNode.Mapping> subtasks = mappings(list.get(), "a list of subtasks");
    Set<String> siblings = new HashSet<>();
    subtasks.forEach(subtask -> id(subtask).ifPresent(id -> siblings.add(id.text())));
    for (DataNode.Mapping subtask : subtasks) {
      tasks++;
      String title = text(subtask, "title").orElse("");
      draft.tasks.add(text(subtask, "description").map(more -> title + ": " + more).orElse(title));
      for (DataNode.Scalar wanted : dependencies(subtask)) {
        depend(draft, wanted, siblings);
      }
      subtasks(subtask, draft);
    }
  }

  /**
   * Makes an edge of a dependency. {@code 3} names a sibling, if the one who depends is a subtask
   * that has such a sibling, else a task; {@code 3.2} is a subtask of task 3, unless a task has
   * that id. What lies inside the same task is order within one session and makes no edge.
   */
  private void depend(PhaseDraft draft, DataNode.Scalar wanted, Set<String> siblings) {
    edges++;
    String text = wanted.text().strip();
    if (siblings.contains(text)) {
      return;
    }
    int dot = text.indexOf('.');
    String task = ids.contains(text) || dot < 0 ? text : text.substring(0, dot);
    if (!PhaseId.isValid(task)) {
      problems.add(TaskmasterFormat.shape(wanted.at(), "the id of a task", "'" + text + "'"));
      return;
    }
    PhaseId id = new PhaseId(task);
    boolean isKnown = draft.after.stream().anyMatch(ref -> ref.id().equals(id));
    if (!isKnown && !id.equals(draft.id())) {
      draft.after.add(new PhaseRef(id, wanted.at()));
    }
  }

  private List<DataNode.Scalar> dependencies(DataNode.Mapping task) {
    Optional<DataNode> node = task.get("dependencies");
    if (node.isEmpty()) {
      return List.of();
    }
    if (!(node.get() instanceof DataNode.Sequence sequence)) {
      problems.add(
          TaskmasterFormat.shape(node.get().at(), "a list of dependencies", kind(node.get())));
      return List.of();
    }
    List<DataNode.Scalar> found = new ArrayList<>();
    for (DataNode item : sequence.items()) {
      if (item instanceof DataNode.Scalar scalar && !scalar.isNull()) {
        found.add(scalar);
      } else {
        problems.add(TaskmasterFormat.shape(item.at(), "the id of a task", kind(item)));
      }
    }
    return found;
  }

  private List<DataNode.Mapping> mappings(DataNode list, String what) {
    if (!(list instanceof DataNode.Sequence sequence)) {
      problems.add(TaskmasterFormat.shape(list.at(), what, kind(list)));
      return List.of();
    }
    List<DataNode.Mapping> found = new ArrayList<>();
    for (DataNode item : sequence.items()) {
      if (item instanceof DataNode.Mapping mapping) {
        found.add(mapping);
      } else {
        problems.add(TaskmasterFormat.shape(item.at(), what, kind(item) + " in it"));
      }
    }
    return found;
  }

  private static Optional<String> text(DataNode.Mapping task, String key) {
    return task.scalar(key)
        .map(scalar -> Prose.oneLine(scalar.text()))
        .filter(text -> !text.isEmpty());
  }

  /** For messages. */
  static String kind(DataNode node) {
    return switch (node) {
      case DataNode.Scalar scalar ->
          scalar.isNull() ? "null" : "the value '" + shortened(scalar) + "'";
      case DataNode.Sequence sequence -> "a list";
      case DataNode.Mapping mapping -> "an object";
    };
  }

  private static String shortened(DataNode.Scalar scalar) {
    String text = Prose.oneLine(scalar.text());
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }
}
