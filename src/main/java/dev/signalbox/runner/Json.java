package dev.signalbox.runner;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reading and writing JSON. Everything here throws {@code JacksonException} on what is not. */
public final class Json {
  public static final JsonMapper MAPPER = JsonMapper.shared();

  private Json() {}

  public static JsonParser parser(String text) {
    return MAPPER.createParser(text);
  }

  public static JsonNode tree(String text) {
    return MAPPER.readTree(text);
  }

  public static String text(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }

  /**
   * The scalar values of some names at the top of an object, as text. Names that are absent, null
   * or hold more than a scalar are left out; nothing below the top is kept.
   */
  public static Map<String, String> fields(String object, Set<String> names) {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser parser = parser(object)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return fields;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (names.contains(name) && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
          fields.put(name, parser.getString());
        }
        parser.skipChildren();
      }
    }
    return fields;
  }
}
