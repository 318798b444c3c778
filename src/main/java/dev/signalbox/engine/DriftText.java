package dev.signalbox.engine;

import java.util.List;
import java.util.Map;

/** Drift in words. Paths are an agent's words: none of them begins a line of its own. */
final class DriftText {
  private static final int BRIEF_MAX = 3;

  private DriftText() {}

  /** The first paths and how many more; not for an empty list. */
  static String brief(List<String> paths) {
    String first = String.join(", ", paths.stream().limit(BRIEF_MAX).map(DriftText::line).toList());
    return paths.size() <= BRIEF_MAX
        ? first
        : first + " and " + (paths.size() - BRIEF_MAX) + " more";
  }

  /** What the scope is. */
  static String scope(SessionScope scope) {
    String touches = scope.touches().isEmpty() ? "no file" : String.join(", ", scope.touches());
    return scope.protect().isEmpty()
        ? touches
        : touches + "; not " + String.join(", ", scope.protect());
  }

  /** Why a change is denied, for the agent. */
  static String denial(SessionScope scope, List<String> outside) {
    return "Outside of this session's scope: "
        + brief(outside)
        + ". It may change: "
        + scope(scope)
        + ". Nothing was changed. Do your task within the scope; do not change the file in another"
        + " way. If the task cannot be done without it, reply with a line `CONFLICT: ` that names"
        + " the file and the reason, and a person decides.";
  }

  /** What a person reads above a tool's input. */
  static String permission(PathScope scope, List<String> outside) {
    StringBuilder text = new StringBuilder("Outside of its scope:\n");
    for (String path : outside) {
      text.append("- ").append(line(path));
      text.append(scope.protects(path) ? " (protected by the plan)\n" : "\n");
    }
    return text.append("Its scope: ").append(scope(scope.scope())).append("\n\n").toString();
  }

  /** Everything that is known, for a person who decides; empty without drift. */
  static String whole(Drift drift) {
    if (drift.seen().isEmpty() && drift.more() == 0) {
      return "";
    }
    StringBuilder text = new StringBuilder("Outside of its scope:\n");
    for (Map.Entry<String, DriftKind> each : drift.seen().entrySet()) {
      text.append("- ").append(line(each.getKey())).append(": ").append(each.getValue().text());
      text.append(drift.scope().protects(each.getKey()) ? "; protected by the plan\n" : "\n");
    }
    if (drift.more() > 0) {
      text.append("- and ").append(drift.more()).append(" more\n");
    }
    return text.append("Its scope: ").append(scope(drift.scope().scope())).append('\n').toString();
  }

  /** One line below a session's own; empty without drift. */
  static String indented(Drift drift) {
    return drift.count() == 0
        ? ""
        : "  outside of its scope, " + drift.count() + " in all: " + brief(undenied(drift)) + "\n";
  }

  private static List<String> undenied(Drift drift) {
    return drift.seen().entrySet().stream()
        .filter(each -> each.getValue() != DriftKind.DENIED)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String line(String path) {
    return path.replaceAll("\\p{Cntrl}", "\uFFFD");
  }
}
