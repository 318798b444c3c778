package dev.signalbox.githubapi;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Short ways to write JSON. */
final class Json {
  static final JsonMapper MAPPER = JsonMapper.shared();

  private Json() {}

  /**
   * An object.
   *
   * @param parts names and values by turns; an empty optional is null
   */
  static ObjectNode object(Object... parts) {
    ObjectNode made = MAPPER.createObjectNode();
    for (int i = 0; i < parts.length; i += 2) {
      made.set((String) parts[i], value(parts[i + 1]));
    }
    return made;
  }

  private static JsonNode value(Object said) {
    return switch (said) {
      case JsonNode node -> node;
      case Optional<?> maybe -> maybe.isPresent() ? value(maybe.get()) : MAPPER.nullNode();
      case Instant at -> MAPPER.valueToTree(at.toString());
      case Collection<?> many -> list(many.stream().map(Json::value).toList());
      default -> MAPPER.valueToTree(said);
    };
  }

  static ArrayNode list(Collection<? extends JsonNode> items) {
    return MAPPER.createArrayNode().addAll(List.copyOf(items));
  }

  /** The texts of an array. */
  static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
