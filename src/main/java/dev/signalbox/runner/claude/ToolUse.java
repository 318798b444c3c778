package dev.signalbox.runner.claude;

import dev.signalbox.runner.ShortText;
import dev.signalbox.runner.ToolInput;
import dev.signalbox.session.Spoken;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A use of a tool, from a block of an assistant's message. */
final class ToolUse {
  /** Inputs that say in a few words what a tool is used for, the most telling first. */
  private static final List<String> TELLING =
      List.of("command", "file_path", "pattern", "path", "query", "url", "description", "skill");

  private ToolUse() {}

  static Spoken.ToolUsed of(JsonNode block) {
    JsonNode input = block.path("input");
    return new Spoken.ToolUsed(
        ShortText.line(block.path("name").asString("") + " " + about(input)), with(input));
  }

  private static String about(JsonNode input) {
    return TELLING.stream()
        .map(name -> input.path(name).asString(""))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String with(JsonNode input) {
    if (input.has("new_string")) {
      return change(input);
    }
    if (input.path("edits").isArray()) {
      return StreamSupport.stream(input.path("edits").spliterator(), false)
          .map(ToolUse::change)
          .collect(Collectors.joining("\n\n"));
    }
    if (input.has("content")) {
      return ToolInput.change("", input.path("content").asString(""));
    }
    return input.has("command")
        ? ToolInput.bounded(input.path("command").asString(""))
        : ToolInput.of(input);
  }

  private static String change(JsonNode edit) {
    return ToolInput.change(
        edit.path("old_string").asString(""), edit.path("new_string").asString(""));
  }
}
