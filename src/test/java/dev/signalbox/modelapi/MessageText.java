package dev.signalbox.modelapi;

import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A message of the model, written as the API writes it: whole, or as a stream of events. */
final class MessageText {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final AtomicLong IDS = new AtomicLong();

  private final ObjectNode message = MAPPER.createObjectNode();
  private final ArrayNode content = MAPPER.createArrayNode();
  private final String stopReason;

  MessageText(String model, Reply.Said said, long cachedTokens) {
    boolean usesTool = false;
    for (Reply.Block block : said.blocks()) {
      switch (block) {
        case Reply.Block.Text(String text) ->
            content.addObject().put("type", "text").put("text", text);
        case Reply.Block.ToolUse(String tool, var input) -> {
          usesTool = true;
          ObjectNode use = content.addObject().put("type", "tool_use");
          use.put("id", "toolu_" + IDS.incrementAndGet()).put("name", tool);
          use.set("input", MAPPER.<ObjectNode>valueToTree(input));
        }
      }
    }
    stopReason = usesTool ? "tool_use" : "end_turn";
    message.put("id", "msg_" + IDS.incrementAndGet()).put("type", "message");
    message.put("role", "assistant").put("model", model);
    message.putArray("content");
    message.putNull("stop_reason").putNull("stop_sequence");
    ObjectNode usage = message.putObject("usage");
    usage.put("input_tokens", 10).put("cache_creation_input_tokens", 0);
    usage.put("cache_read_input_tokens", cachedTokens).put("output_tokens", 1);
  }

  static String error(String type, String text) {
    ObjectNode error = MAPPER.createObjectNode().put("type", "error");
    error.putObject("error").put("type", type).put("message", text);
    return error.toString();
  }

  String whole() {
    ObjectNode whole = message.deepCopy();
    whole.set("content", content);
    whole.put("stop_reason", stopReason);
    ((ObjectNode) whole.path("usage")).put("output_tokens", ModelApi.OUTPUT_TOKENS);
    return whole.toString();
  }

  String stream() {
    StringBuilder stream = new StringBuilder();
    ObjectNode start = MAPPER.createObjectNode();
    start.set("message", message);
    event(stream, "message_start", start);
    for (int i = 0; i < content.size(); i++) {
      block(stream, i, (ObjectNode) content.get(i));
    }
    ObjectNode end = MAPPER.createObjectNode();
    end.putObject("delta").put("stop_reason", stopReason).putNull("stop_sequence");
    end.putObject("usage").put("output_tokens", ModelApi.OUTPUT_TOKENS);
    event(stream, "message_delta", end);
    event(stream, "message_stop", MAPPER.createObjectNode());
    return stream.toString();
  }

  private static void block(StringBuilder stream, int index, ObjectNode block) {
    boolean isText = block.path("type").asString().equals("text");
    ObjectNode empty = block.deepCopy();
    ObjectNode delta = MAPPER.createObjectNode();
    if (isText) {
      empty.put("text", "");
      delta.put("type", "text_delta").put("text", block.path("text").asString());
    } else {
      empty.putObject("input");
      delta.put("type", "input_json_delta").put("partial_json", block.path("input").toString());
    }
    ObjectNode start = MAPPER.createObjectNode().put("index", index);
    start.set("content_block", empty);
    event(stream, "content_block_start", start);
    ObjectNode change = MAPPER.createObjectNode().put("index", index);
    change.set("delta", delta);
    event(stream, "content_block_delta", change);
    event(stream, "content_block_stop", MAPPER.createObjectNode().put("index", index));
  }

  private static void event(StringBuilder stream, String name, ObjectNode data) {
    ObjectNode typed = MAPPER.createObjectNode().put("type", name);
    typed.setAll(data);
    stream.append("event: ").append(name).append("\ndata: ").append(typed).append("\n\n");
  }
}
