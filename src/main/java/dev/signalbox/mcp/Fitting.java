package dev.signalbox.mcp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes results short enough for a model, and says so. */
final class Fitting {
  /**
   * Characters of one result. A client such as Claude Code takes at most 25,000 tokens from a tool,
   * which JSON fills with some three characters each.
   */
  static final int CHARS_MAX = 60_000;

  /** One after the other until the document fits: it always fits the last but for its keys. */
  private static final List<Cut> CUTS =
      List.of(new Cut(8_000, 200), new Cut(2_000, 100), new Cut(500, 50), new Cut(150, 15));

  private Fitting() {}

  /**
   * How far a document is shortened.
   *
   * @param chars of each text
   * @param items of each list
   */
  private record Cut(int chars, int items) {}

  /**
   * A document that fits.
   *
   * @param shortened says what was left out; empty where nothing was
   */
  record Fitted(ObjectNode document, Optional<String> shortened) {}

  static Fitted document(ObjectNode whole) {
    if (whole.toString().length() <= CHARS_MAX) {
      return new Fitted(whole, Optional.empty());
    }
    ObjectNode shortest = whole;
    for (Cut cut : CUTS) {
      shortest = (ObjectNode) cut(whole, cut);
      if (shortest.toString().length() <= CHARS_MAX) {
        return new Fitted(shortest, Optional.of(words(cut)));
      }
    }
    return new Fitted(
        JsonNodeFactory.instance.objectNode(),
        Optional.of("It is too long to be shown here: a signalbox command shows the whole."));
  }

  private static String words(Cut cut) {
    return "It was shortened: lists to their first %d entries, texts to their first %d characters; a signalbox command with --json shows the whole."
        .formatted(cut.items(), cut.chars());
  }

  private static JsonNode cut(JsonNode node, Cut cut) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        copy.set(field.getKey(), cut(field.getValue(), cut));
      }
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      for (int i = 0; i < Math.min(array.size(), cut.items()); i++) {
        copy.add(cut(array.get(i), cut));
      }
      return copy;
    }
    return node.isString() ? JsonNodeFactory.instance.stringNode(start(node, cut)) : node;
  }

  private static String start(JsonNode node, Cut cut) {
    return text(node.stringValue(), cut.chars());
  }

  /** A text that fits. */
  static String text(String whole) {
    return text(whole, CHARS_MAX);
  }

  private static String text(String whole, int charsMax) {
    if (whole.length() <= charsMax) {
      return whole;
    }
    int end = Character.isHighSurrogate(whole.charAt(charsMax - 1)) ? charsMax - 1 : charsMax;
    return whole.substring(0, end) + " [%d more characters]".formatted(whole.length() - end);
  }
}
