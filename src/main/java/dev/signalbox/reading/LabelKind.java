package dev.signalbox.reading;

import java.util.Map;
import java.util.Set;

/** What the text behind a label, such as {@code **Depends on:**}, tells about a phase. */
public enum LabelKind {
  FILES,
  AFTER,
  /** What is used from other work; a mention of that work is a dependency. */
  CONSUMES,
  BEFORE,
  PARALLEL,
  CONTEXT,
  ACCEPTANCE,
  TASKS,
  DELIVERABLE,
  /** A list of what is made; entries that begin with a path are files, too. */
  DELIVERABLES,
  STATUS,
  ESTIMATE,
  ISSUE,
  MODE,
  /** A label that says nothing that a phase has a place for. */
  OTHER;

  private static final Map<String, LabelKind> NAMES =
      Map.ofEntries(
          Map.entry("package", FILES),
          Map.entry("packages", FILES),
          Map.entry("directory", FILES),
          Map.entry("directories", FILES),
          Map.entry("folder", FILES),
          Map.entry("touches", FILES),
          Map.entry("file", FILES),
          Map.entry("depends on", AFTER),
          Map.entry("dependencies", AFTER),
          Map.entry("dependency", AFTER),
          Map.entry("blocked by", AFTER),
          Map.entry("prerequisites", AFTER),
          Map.entry("prerequisite", AFTER),
          Map.entry("after", AFTER),
          Map.entry("consumes", CONSUMES),
          Map.entry("blocks", BEFORE),
          Map.entry("unblocks", BEFORE),
          Map.entry("parallel", PARALLEL),
          Map.entry("parallelizable", PARALLEL),
          Map.entry("can run in parallel with", PARALLEL),
          Map.entry("parallel with", PARALLEL),
          Map.entry("goal", CONTEXT),
          Map.entry("objective", CONTEXT),
          Map.entry("purpose", CONTEXT),
          Map.entry("context", CONTEXT),
          Map.entry("problem", CONTEXT),
          Map.entry("why", CONTEXT),
          Map.entry("description", CONTEXT),
          Map.entry("summary", CONTEXT),
          Map.entry("background", CONTEXT),
          Map.entry("partially blocked by", CONTEXT),
          Map.entry("acceptance", ACCEPTANCE),
          Map.entry("acceptance criteria", ACCEPTANCE),
          Map.entry("success criteria", ACCEPTANCE),
          Map.entry("validation", ACCEPTANCE),
          Map.entry("verification", ACCEPTANCE),
          Map.entry("verify", ACCEPTANCE),
          Map.entry("check", ACCEPTANCE),
          Map.entry("gate", ACCEPTANCE),
          Map.entry("human gate", ACCEPTANCE),
          Map.entry("done when", ACCEPTANCE),
          Map.entry("definition of done", ACCEPTANCE),
          Map.entry("test scenarios", ACCEPTANCE),
          Map.entry("exit criteria", ACCEPTANCE),
          Map.entry("steps", TASKS),
          Map.entry("tasks", TASKS),
          Map.entry("implementation steps", TASKS),
          Map.entry("implementation", TASKS),
          Map.entry("implementation details", TASKS),
          Map.entry("approach", TASKS),
          Map.entry("changes", TASKS),
          Map.entry("what to land", DELIVERABLES),
          Map.entry("what lands", DELIVERABLES),
          Map.entry("deliverables", DELIVERABLES),
          Map.entry("deliverable", DELIVERABLE),
          Map.entry("outcome", DELIVERABLE),
          Map.entry("status", STATUS),
          Map.entry("estimated effort", ESTIMATE),
          Map.entry("estimate", ESTIMATE),
          Map.entry("effort", ESTIMATE),
          Map.entry("est cost", ESTIMATE),
          Map.entry("issue", ISSUE),
          Map.entry("ticket", ISSUE),
          Map.entry("linear", ISSUE),
          Map.entry("linear issue", ISSUE),
          Map.entry("exec", MODE),
          Map.entry("exec mode", MODE),
          Map.entry("execution mode", MODE));

  /** Words that, beside {@code files}, say that the files are changed and not just read. */
  private static final Set<String> CHANGING =
      Set.of(
          "create",
          "created",
          "modify",
          "modified",
          "delete",
          "deleted",
          "touch",
          "touched",
          "change",
          "changed",
          "primary",
          "new",
          "affected",
          "update",
          "updated",
          "edit",
          "edited",
          "target",
          "remove",
          "removed",
          "add",
          "added",
          "to");

  /** The kind of the label {@code name}, in lower-case words. */
  static LabelKind of(String name) {
    LabelKind known = NAMES.get(name);
    if (known != null) {
      return known;
    }
    return isFileList(name) ? FILES : OTHER;
  }

  private static boolean isFileList(String name) {
    boolean files = false;
    for (String word : name.split(" ", -1)) {
      if (word.equals("files")) {
        files = true;
      } else if (!CHANGING.contains(word) && !word.equals("and") && !word.equals("or")) {
        return false;
      }
    }
    return files;
  }
}
