package dev.signalbox.runner.claude;

import dev.signalbox.runner.Json;
import dev.signalbox.session.Spoken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a person reads of one line: the session's own agent, without what tools answered it. */
final class ShownLine {
  private ShownLine() {}

  static List<Spoken> of(String line) {
    try {
      return switch (EventKind.of(line)) {
        case ASSISTANT -> said(Json.tree(line));
        case CONTROL_REQUEST ->
            new Questions(Path.of("/")).read(line).stream().<Spoken>map(Spoken.Asked::new).toList();
        case RESULT -> over(Turn.of(line));
        case CONTROL_CANCEL_REQUEST, CONTROL_RESPONSE, SYSTEM, USER, OTHER -> List.of();
      };
    } catch (JacksonException _) {
      // A torn line, or one of a shape that no version has had yet.
      return List.of();
    }
  }

  private static List<Spoken> over(Turn turn) {
    return turn.isEmpty() ? List.of() : List.of(new Spoken.TurnOver(turn.result()));
  }

  private static List<Spoken> said(JsonNode event) {
    if (event.hasNonNull("parent_tool_use_id") || event.hasNonNull("agent_id")) {
      return List.of();
    }
    List<Spoken> said = new ArrayList<>();
    for (JsonNode block : event.path("message").path("content")) {
      switch (block.path("type").asString("")) {
        case "text" -> said.add(new Spoken.Words(block.path("text").asString("")));
        case "tool_use" -> said.add(ToolUse.of(block));
        default -> {}
      }
    }
    return said;
  }
}
