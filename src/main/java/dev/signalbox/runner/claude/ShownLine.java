package dev.signalbox.runner.claude;

import dev.signalbox.runner.Json;
import dev.signalbox.runner.ShortText;
import dev.signalbox.session.Spoken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a person reads of one line: the session's own agent, without what tools answered it. */
final class ShownLine {
  /** Inputs that say in a few words what a tool is used for, the most telling first. */
  private static final List<String> TELLING =
      List.of("command", "file_path", "pattern", "path", "query", "url", "description", "skill");

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
        case "tool_use" ->
            said.add(
                new Spoken.ToolUsed(
                    ShortText.line(
                        block.path("name").asString("") + " " + about(block.path("input")))));
        default -> {}
      }
    }
    return said;
  }

  private static String about(JsonNode input) {
    return TELLING.stream()
        .map(name -> input.path(name).asString(""))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }
}
