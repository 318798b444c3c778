package dev.signalbox.runner.acp;

import dev.signalbox.runner.Json;
import dev.signalbox.runner.ShortText;
import dev.signalbox.runner.ToolInput;
import dev.signalbox.session.Spoken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a person reads of one line. */
final class ShownLine {
  private ShownLine() {}

  static List<Spoken> of(String line) {
    if (line.isEmpty() || line.charAt(0) != '{') {
      return List.of();
    }
    try {
      return switch (Incoming.of(Json.tree(line))) {
        case Incoming.Response response when Turns.isPrompt(response.id()) ->
            List.of(new Spoken.TurnOver(TurnEnd.of(response, "")));
        case Incoming.Request request when request.method().equals("session/request_permission") ->
            List.of(new Spoken.Asked(new Questions(1, new ToolCalls(Path.of("/"))).read(request)));
        case Incoming.Notification told when told.method().equals("session/update") ->
            updated(told.params().path("update"));
        case Incoming.Response _, Incoming.Request _, Incoming.Notification _, Incoming.Junk _ ->
            List.of();
      };
    } catch (JacksonException _) {
      // A torn line, or one that no program means.
      return List.of();
    }
  }

  private static List<Spoken> updated(JsonNode update) {
    return switch (update.path("sessionUpdate").asString("")) {
      case "agent_message_chunk" -> {
        String text = update.path("content").path("text").asString("");
        yield text.isEmpty()
            ? List.of()
            : List.of(new Spoken.Piece(update.path("messageId").asString(""), text));
      }
      case "tool_call" -> {
        String about = update.path("kind").asString("") + " " + update.path("title").asString("");
        yield List.of(new Spoken.ToolUsed(ShortText.line(about), with(update)));
      }
      default -> List.of();
    };
  }

  /** The changes that it shows, or else what it is called with. */
  private static String with(JsonNode call) {
    List<String> changes = new ArrayList<>();
    for (JsonNode content : call.path("content")) {
      if (content.path("type").asString("").equals("diff")) {
        changes.add(
            ToolInput.change(
                content.path("oldText").asString(""), content.path("newText").asString("")));
      }
    }
    return changes.isEmpty() ? ToolInput.of(call.path("rawInput")) : String.join("\n\n", changes);
  }
}
