package dev.signalbox.githubapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Completes what the fake says by what GitHub's description requires, so that answers have every
 * field that real ones have. A field that the description does not know is a bug of the fake.
 */
record Filler(Description description) {
  private static final JsonNodeFactory MAKE = JsonMapper.shared().getNodeFactory();

  JsonNode fill(JsonNode schema, JsonNode said) {
    JsonNode shape = chosen(schema, said);
    return switch (said.getNodeType()) {
      case OBJECT -> object(shape, said);
      case ARRAY -> array(shape, said);
      case MISSING -> absent(shape);
      case NULL, STRING, NUMBER, BOOLEAN, BINARY, POJO -> said;
    };
  }

  /** The alternative that what is said fits; the first where nothing is said. */
  private JsonNode chosen(JsonNode schema, JsonNode said) {
    JsonNode shape = description.resolve(schema);
    if (shape.has("properties")) {
      return shape;
    }
    for (String choice : List.of("oneOf", "anyOf", "allOf")) {
      for (JsonNode each : shape.path(choice)) {
        if (fits(description.resolve(each), said)) {
          return chosen(each, said);
        }
      }
    }
    return shape;
  }

  private static boolean fits(JsonNode shape, JsonNode said) {
    String type = shape.path("type").asString("object");
    return switch (said.getNodeType()) {
      case MISSING, NULL, BINARY, POJO -> true;
      case STRING -> type.equals("string");
      case NUMBER -> type.equals("integer") || type.equals("number");
      case BOOLEAN -> type.equals("boolean");
      case ARRAY -> type.equals("array");
      case OBJECT ->
          type.equals("object")
              && said.propertyNames().stream().allMatch(shape.path("properties")::has);
    };
  }

  private JsonNode object(JsonNode shape, JsonNode said) {
    ObjectNode made = MAKE.objectNode();
    for (Map.Entry<String, JsonNode> field : said.properties()) {
      JsonNode known = shape.path("properties").path(field.getKey());
      if (known.isMissingNode() && shape.has("properties")) {
        throw new IllegalStateException(
            "GitHub's " + shape.path("title").asString("object") + " has no " + field.getKey());
      }
      made.set(field.getKey(), fill(known, field.getValue()));
    }
    for (JsonNode each : shape.path("required")) {
      String name = each.asString();
      if (!made.has(name)) {
        made.set(name, fill(shape.path("properties").path(name), MAKE.missingNode()));
      }
    }
    return made;
  }

  private JsonNode array(JsonNode shape, JsonNode said) {
    List<JsonNode> items = new ArrayList<>();
    said.forEach(item -> items.add(fill(shape.path("items"), item)));
    ArrayNode made = MAKE.arrayNode();
    return made.addAll(items);
  }

  private JsonNode absent(JsonNode shape) {
    if (shape.path("nullable").asBoolean(false)) {
      return MAKE.nullNode();
    }
    return switch (shape.path("type").asString("object")) {
      case "array" -> MAKE.arrayNode();
      case "boolean" -> MAKE.booleanNode(false);
      case "integer", "number" -> MAKE.numberNode(0);
      case "string" -> text(shape);
      default -> object(shape, MAKE.objectNode());
    };
  }

  private static JsonNode text(JsonNode shape) {
    Optional<JsonNode> first = shape.path("enum").valueStream().findFirst();
    if (first.isPresent()) {
      return first.get();
    }
    return MAKE.stringNode(
        switch (shape.path("format").asString("")) {
          case "uri" -> "https://api.github.test/filled";
          case "date-time" -> "2026-01-01T00:00:00Z";
          default -> "filled";
        });
  }
}
