package dev.signalbox.control;

import dev.signalbox.approval.TableEdit;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.PhaseId;
import java.util.List;

/**
 * Edits of the dispatch table as a field of a JSON object: {@code "edits": [{"phase": "1A",
 * "agent": "codex"}, {"phase": "1A", "launch": "plan"}, {"mergeFirst": "1B", "before": "1A"}]}.
 */
final class EditsJson {
  private EditsJson() {}

  static void write(JsonText json, List<TableEdit> edits) {
    json.array("edits", edits, edit -> json.object(() -> fields(json, edit)));
  }

  private static void fields(JsonText json, TableEdit edit) {
    switch (edit) {
      case TableEdit.Agent(PhaseId phase, AgentId agent) -> {
        json.text("phase", phase.value());
        json.text("agent", agent.value());
      }
      case TableEdit.Launch(PhaseId phase, LaunchMode mode) -> {
        json.text("phase", phase.value());
        json.text("launch", mode.word());
      }
      case TableEdit.MergeFirst(PhaseId first, PhaseId next) -> {
        json.text("mergeFirst", first.value());
        json.text("before", next.value());
      }
    }
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException for what is none
   */
  static List<TableEdit> read(JsonFields json) {
    return json.objects("edits").stream().map(EditsJson::edit).toList();
  }

  private static TableEdit edit(JsonFields json) {
    if (json.find("mergeFirst").isPresent()) {
      return new TableEdit.MergeFirst(
          new PhaseId(json.text("mergeFirst")), new PhaseId(json.text("before")));
    }
    PhaseId phase = new PhaseId(json.text("phase"));
    return json.find("launch").isPresent()
        ? new TableEdit.Launch(phase, launch(json.text("launch")))
        : new TableEdit.Agent(phase, new AgentId(json.text("agent")));
  }

  private static LaunchMode launch(String word) {
    return LaunchMode.find(word)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "expected a launch mode (%s), found %s"
                    .formatted(String.join(", ", LaunchMode.words()), word)));
  }
}
