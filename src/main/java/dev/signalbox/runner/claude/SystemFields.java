package dev.signalbox.runner.claude;

import java.util.Set;

/** What is read of the program's {@code system} events; all else in them is passed over. */
final class SystemFields {
  static final Set<String> ALL =
      Set.of(
          "subtype",
          "session_id",
          "model",
          "title",
          "attempt",
          "max_retries",
          "error_status",
          "error",
          "task_id",
          "task_type",
          "status");

  private SystemFields() {}
}
