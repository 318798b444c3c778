package dev.signalbox.runner.claude;

import dev.signalbox.runner.Json;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The kinds of lines that mean something here. */
enum EventKind {
  ASSISTANT,
  CONTROL_CANCEL_REQUEST,
  CONTROL_REQUEST,
  CONTROL_RESPONSE,
  RESULT,
  SYSTEM,
  /** Tool results, and what was said to it. */
  USER,
  /** Partial messages, and whatever comes in later versions. */
  OTHER;

  private static final String TYPE = "{\"type\":";

  /**
   * What the line says that it is. Nearly every line says so first, and then nothing else is read;
   * results say so at the end.
   *
   * @throws tools.jackson.core.JacksonException when the line is not JSON as far as it is read
   */
  static EventKind of(String line) {
    if (line.isEmpty() || line.charAt(0) != '{') {
      return OTHER;
    }
    int quote = line.startsWith(TYPE) ? line.indexOf('"', TYPE.length()) : -1;
    int end = quote < 0 ? -1 : line.indexOf('"', quote + 1);
    if (end > 0 && quote <= TYPE.length() + 1) {
      return named(line.substring(quote + 1, end));
    }
    return searched(line);
  }

  private static EventKind searched(String line) {
    try (JsonParser parser = Json.parser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return OTHER;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean isType = parser.currentName().equals("type");
        if (parser.nextToken() == JsonToken.VALUE_STRING && isType) {
          return named(parser.getString());
        }
        parser.skipChildren();
      }
      return OTHER;
    }
  }

  private static EventKind named(String type) {
    return switch (type) {
      case "assistant" -> ASSISTANT;
      case "control_cancel_request" -> CONTROL_CANCEL_REQUEST;
      case "control_request" -> CONTROL_REQUEST;
      case "control_response" -> CONTROL_RESPONSE;
      case "result" -> RESULT;
      case "system" -> SYSTEM;
      case "user" -> USER;
      default -> OTHER;
    };
  }
}
