package dev.signalbox.runner.codex;

import dev.signalbox.runner.ShortText;
import dev.signalbox.runner.ToolInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The items of a turn: messages, commands, changes of files and other uses of tools. */
final class Items {
  private Items() {}

  /** The files that an item of the type {@code fileChange} names, each with where it moves to. */
  static List<String> files(JsonNode item) {
    List<String> files = new ArrayList<>();
    for (JsonNode change : item.path("changes")) {
      files.add(change.path("path").asString(""));
      files.add(change.path("kind").path("move_path").asString(""));
    }
    files.removeIf(String::isEmpty);
    return files;
  }

  /** A use of a tool in one line; empty for an item that is none. */
  static Optional<String> toolUse(JsonNode item) {
    Optional<String> about =
        switch (item.path("type").asString("")) {
          case "commandExecution" -> Optional.of("Shell " + command(item));
          case "fileChange" -> Optional.of("Edit " + String.join(", ", files(item)));
          case "mcpToolCall" ->
              Optional.of(item.path("server").asString("") + " " + item.path("tool").asString(""));
          case "dynamicToolCall" -> Optional.of(item.path("tool").asString(""));
          case "webSearch" -> Optional.of("Search " + item.path("query").asString(""));
          case "collabAgentToolCall" -> Optional.of("Agent " + item.path("prompt").asString(""));
          default -> Optional.empty();
        };
    return about.map(ShortText::line);
  }

  /** What the tool was used with: a command, or the changes as they are made. */
  static String toolInput(JsonNode item) {
    return switch (item.path("type").asString("")) {
      case "commandExecution" -> ToolInput.bounded(command(item));
      case "fileChange" -> {
        List<String> changes = new ArrayList<>();
        for (JsonNode change : item.path("changes")) {
          changes.add(change.path("diff").asString(""));
        }
        yield ToolInput.bounded(String.join("\n\n", changes));
      }
      default -> ToolInput.of(item.path("arguments"));
    };
  }

  /** The command as the model wrote it, without the shell around it. */
  private static String command(JsonNode item) {
    String whole = item.path("command").asString("");
    JsonNode actions = item.path("commandActions");
    return actions.size() == 1 ? actions.path(0).path("command").asString(whole) : whole;
  }
}
