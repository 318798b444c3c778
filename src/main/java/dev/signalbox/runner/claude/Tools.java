package dev.signalbox.runner.claude;

import dev.signalbox.session.Access;

/** The tools that Claude Code brings, by what they do. */
final class Tools {
  private Tools() {}

  static Access.Kind kindOf(String tool) {
    return switch (tool) {
      case "Read", "Glob", "Grep", "LS", "NotebookRead", "TodoRead", "TodoWrite" ->
          Access.Kind.READS;
      case "Write", "Edit", "MultiEdit", "NotebookEdit" -> Access.Kind.CHANGES;
      case "Bash" -> Access.Kind.RUNS;
      default -> Access.Kind.OTHER;
    };
  }
}
