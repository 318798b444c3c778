package dev.signalbox.webhook.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Damages a JSON document as senders, proxies and enemies might. */
final class Mutation {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Where people and bots write what they like. */
  private static final Set<String> FREE_TEXT =
      Set.of("body", "title", "message", "description", "summary", "text", "name", "context");

  private final Random random;
  private final String words;

  /**
   * A mutation.
   *
   * @param words to write wherever people write
   */
  Mutation(Random random, String words) {
    this.random = random;
    this.words = words;
  }

  byte[] of(String json) {
    JsonNode tree = JSON.readTree(json);
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      List<ObjectNode> objects = new ArrayList<>();
      collect(tree, objects);
      ObjectNode place = objects.get(random.nextInt(objects.size()));
      List<String> keys = new ArrayList<>(place.propertyNames());
      if (!keys.isEmpty()) {
        change(place, keys.get(random.nextInt(keys.size())));
      }
    }
    write(tree);
    byte[] bytes = JSON.writeValueAsBytes(tree);
    return random.nextInt(6) == 0 ? broken(bytes) : bytes;
  }

  private static void collect(JsonNode node, List<ObjectNode> objects) {
    if (node instanceof ObjectNode object) {
      objects.add(object);
    }
    node.forEach(child -> collect(child, objects));
  }

  /** Free text may name any session, and gets to none by that. */
  private void write(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String key : List.copyOf(object.propertyNames())) {
        if (FREE_TEXT.contains(key) && object.path(key).isString() && random.nextInt(3) == 0) {
          object.put(key, object.path(key).stringValue() + " " + words);
        }
      }
    }
    node.forEach(this::write);
  }

  private void change(ObjectNode place, String key) {
    switch (random.nextInt(9)) {
      case 0 -> place.remove(key);
      case 1 -> place.putNull(key);
      case 2 -> place.put(key, random.nextLong());
      case 3 -> place.put(key, "x".repeat(random.nextInt(200_000)));
      case 4 -> place.set(key, nested(random.nextInt(2) == 0 ? 30 : 400));
      case 5 -> place.put(key, random.nextBoolean());
      case 6 -> place.set(key, NODES.arrayNode().add(place.path(key).deepCopy()));
      case 7 -> place.put(key, "\u0000\ud83d \r\n\u202e../../etc <script>'\"");
      default -> place.put(key, -1.5e300);
    }
  }

  private static JsonNode nested(int depth) {
    ArrayNode node = NODES.arrayNode();
    for (int i = 0; i < depth; i++) {
      node = NODES.arrayNode().add(node);
    }
    return node;
  }

  private byte[] broken(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return switch (random.nextInt(4)) {
      case 0 -> {
        bytes[random.nextInt(bytes.length)] = (byte) 0xC3;
        yield bytes;
      }
      case 1 -> text.substring(0, random.nextInt(text.length())).getBytes(StandardCharsets.UTF_8);
      case 2 -> ("{\"action\":\"created\"," + text.substring(1)).getBytes(StandardCharsets.UTF_8);
      default -> "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    };
  }
}
