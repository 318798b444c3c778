package dev.signalbox.runner.codex;

import dev.signalbox.session.Spoken;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a person reads of one line: whole messages, and tools as they are begun. */
final class ShownLine {
  private ShownLine() {}

  static List<Spoken> of(String line) {
    try {
      return switch (Frame.of(line)) {
        case Frame.Notice notice -> told(notice.method(), notice.params());
        case Frame.Request request ->
            new Approvals(0, Path.of("/"))
                .read(request).stream().<Spoken>map(Spoken.Asked::new).toList();
        case Frame.Answer _, Frame.Junk _ -> List.of();
      };
    } catch (JacksonException _) {
      // A torn line, or a word of a program that is no JSON.
      return List.of();
    }
  }

  private static List<Spoken> told(String method, JsonNode params) {
    JsonNode item = params.path("item");
    return switch (method) {
      case "item/completed" -> said(item);
      case "item/started" ->
          Items.toolUse(item).stream()
              .<Spoken>map(about -> new Spoken.ToolUsed(about, Items.toolInput(item)))
              .toList();
      case "turn/completed" -> List.of(new Spoken.TurnOver(TurnEnd.of(params.path("turn"))));
      default -> List.of();
    };
  }

  private static List<Spoken> said(JsonNode item) {
    return switch (item.path("type").asString("")) {
      case "agentMessage", "plan" -> List.of(new Spoken.Words(item.path("text").asString("")));
      default -> List.of();
    };
  }
}
