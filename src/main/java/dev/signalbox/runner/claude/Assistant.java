package dev.signalbox.runner.claude;

import dev.signalbox.limit.Limits;
import dev.signalbox.runner.Json;
import dev.signalbox.runner.ShortText;
import dev.signalbox.session.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A line in which the model speaks, read without building what is not needed. */
final class Assistant {
  /** Inputs that say in a few words what a tool is used for, as far as one is there. */
  private static final Set<String> TELLING =
      Set.of(
          "command",
          "file_path",
          "notebook_path",
          "pattern",
          "path",
          "query",
          "url",
          "description",
          "skill");

  private final List<String> texts = new ArrayList<>();
  private final List<String> changedFiles = new ArrayList<>();
  private String model = "";
  private String activity = "";
  private boolean isOwn = true;
  private long tokens;

  private Assistant() {}

  static Assistant of(String line) {
    Assistant assistant = new Assistant();
    try (JsonParser parser = Json.parser(line)) {
      parser.nextToken();
      assistant.readEvent(parser);
    }
    return assistant;
  }

  /** Whether the session's own agent speaks, and neither a subagent nor the program itself. */
  boolean isOwn() {
    return isOwn && !model.equals("<synthetic>");
  }

  /** What it says, block by block. */
  List<String> texts() {
    return texts;
  }

  /** The files that its tools are about to change, as it names them. */
  List<String> changedFiles() {
    return changedFiles;
  }

  String model() {
    return model;
  }

  /** Tokens of the conversation at this call, without those of the rest of the answer. */
  long tokens() {
    return tokens;
  }

  /** The last thing that it says or does; empty for nothing to show. */
  Optional<String> activity() {
    return activity.isEmpty() ? Optional.empty() : Optional.of(activity);
  }

  private void readEvent(JsonParser parser) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("message") && value == JsonToken.START_OBJECT) {
        readMessage(parser);
      } else if ((name.equals("parent_tool_use_id") || name.equals("agent_id"))
          && value != JsonToken.VALUE_NULL) {
        isOwn = false;
      }
      parser.skipChildren();
    }
  }

  private void readMessage(JsonParser parser) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("model") && value == JsonToken.VALUE_STRING) {
        model = parser.getString();
      } else if (name.equals("content") && value == JsonToken.START_ARRAY) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          readBlock(parser);
        }
      } else if (name.equals("usage") && value == JsonToken.START_OBJECT) {
        readUsage(parser);
      }
      parser.skipChildren();
    }
  }

  private void readBlock(JsonParser parser) {
    String type = "";
    String tool = "";
    String text = "";
    String use = "";
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.VALUE_STRING) {
        switch (name) {
          case "type" -> type = parser.getString();
          case "name" -> tool = parser.getString();
          case "text" -> text = parser.getString();
          default -> {}
        }
      } else if (name.equals("input") && value == JsonToken.START_OBJECT) {
        use = readUse(parser);
      }
      parser.skipChildren();
    }
    if (type.equals("text")) {
      texts.add(text);
      activity = ShortText.line(text);
    } else if (type.equals("tool_use")) {
      activity = ShortText.line(tool + " " + use);
      if (Tools.kindOf(tool) == Access.Kind.CHANGES) {
        changedFiles.add(use);
      }
    }
  }

  private static String readUse(JsonParser parser) {
    String use = "";
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean isTelling = use.isEmpty() && TELLING.contains(parser.currentName());
      if (parser.nextToken() == JsonToken.VALUE_STRING && isTelling) {
        use = parser.getString();
      }
      parser.skipChildren();
    }
    return use;
  }

  private void readUsage(JsonParser parser) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_NUMBER_INT && isCount(name)) {
        tokens += Math.clamp(parser.getLongValue(), 0, Limits.CONTEXT_TOKENS_MAX);
      }
      parser.skipChildren();
    }
  }

  private static boolean isCount(String name) {
    return switch (name) {
      case "input_tokens",
          "cache_read_input_tokens",
          "cache_creation_input_tokens",
          "output_tokens" ->
          true;
      default -> false;
    };
  }
}
