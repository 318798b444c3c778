package dev.signalbox.runner.claude;

import dev.signalbox.runner.Json;
import dev.signalbox.runner.Recent;
import dev.signalbox.runner.ToldPath;
import dev.signalbox.session.Access;
import dev.signalbox.session.Question;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * The questions of one process. An answer has to repeat the tool's input, so inputs are kept, also
 * after the answer: it may be written again.
 */
final class Questions {
  private final Path workspace;
  private final Map<String, Use> uses = new Recent<>();

  Questions(Path workspace) {
    this.workspace = workspace;
  }

  /**
   * A use of a tool that the agent asks about.
   *
   * @param input JSON, character by character as it came
   */
  record Use(String tool, String input) {}

  /** What a control request asks; empty for any other kind of request. */
  Optional<Question> read(String line) {
    Map<String, String> outer = Json.fields(line, Set.of("request_id"));
    String id = outer.getOrDefault("request_id", "");
    Use use = useIn(line);
    if (id.isEmpty() || use.tool().isEmpty() || use.input().isEmpty()) {
      return Optional.empty();
    }
    Question question = question(id, use);
    uses.put(id, use);
    return Optional.of(question);
  }

  Optional<Use> use(String id) {
    return Optional.ofNullable(uses.get(id));
  }

  /** Forgets a question that was settled without us; whether it was known. */
  boolean close(String id) {
    return uses.remove(id) != null;
  }

  private Question question(String id, Use use) {
    return switch (use.tool()) {
      case "ExitPlanMode" ->
          new Question.PlanApproval(id, Json.tree(use.input()).path("plan").asString(""));
      case "AskUserQuestion" -> choice(id, use);
      default -> permission(id, use);
    };
  }

  private Question permission(String id, Use use) {
    JsonNode input = Json.tree(use.input());
    List<String> paths =
        Stream.of("file_path", "notebook_path")
            .flatMap(name -> ToldPath.of(workspace, input.path(name).asString("")).stream())
            .toList();
    return new Question.Permission(
        id, use.tool(), use.input(), new Access(Tools.kindOf(use.tool()), paths));
  }

  private Question choice(String id, Use use) {
    List<Question.Item> items = new ArrayList<>();
    for (JsonNode item : Json.tree(use.input()).path("questions")) {
      List<String> options = new ArrayList<>();
      item.path("options").forEach(option -> options.add(option.path("label").asString("")));
      items.add(
          new Question.Item(
              item.path("question").asString(""),
              options,
              item.path("multiSelect").asBoolean(false)));
    }
    return items.isEmpty() ? permission(id, use) : new Question.Choice(id, items);
  }

  private static Use useIn(String line) {
    try (JsonParser parser = Json.parser(line)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean isRequest = parser.currentName().equals("request");
        if (parser.nextToken() == JsonToken.START_OBJECT && isRequest) {
          return useIn(line, parser);
        }
        parser.skipChildren();
      }
      return new Use("", "");
    }
  }

  private static Use useIn(String line, JsonParser parser) {
    String subtype = "";
    String tool = "";
    String input = "";
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.VALUE_STRING && name.equals("subtype")) {
        subtype = parser.getString();
      } else if (value == JsonToken.VALUE_STRING && name.equals("tool_name")) {
        tool = parser.getString();
      } else if (value == JsonToken.START_OBJECT && name.equals("input")) {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        input = line.substring(start, (int) parser.currentLocation().getCharOffset());
      }
      parser.skipChildren();
    }
    return subtype.equals("can_use_tool") ? new Use(tool, input) : new Use("", "");
  }
}
