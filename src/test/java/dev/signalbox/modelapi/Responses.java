package dev.signalbox.modelapi;

import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A call of OpenAI's Responses. */
record Responses(Conversation call, long inputTokens) implements Speech {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final AtomicLong IDS = new AtomicLong();
  private static final int PIECE_CHARS = 8;

  Responses(byte[] body) {
    this(conversation(MAPPER.readTree(body)), body.length / 4);
  }

  private static Conversation conversation(JsonNode body) {
    return new Conversation(
        body,
        messages(body.path("input")),
        body.path("model").asString("unknown"),
        body.path("stream").asBoolean(false));
  }

  /** What the model said at once is one message, of however many items. */
  private static ArrayNode messages(JsonNode input) {
    ArrayNode messages = MAPPER.createArrayNode();
    boolean isModel = false;
    for (JsonNode item : input) {
      boolean isUser = item.path("role").asString("").equals("user");
      boolean isResult = item.path("type").asString("").endsWith("_output");
      if (isUser || isResult) {
        messages
            .addObject()
            .put("role", isUser ? "user" : "tool")
            .set("content", item.path("content"));
        isModel = false;
      } else if (!isModel && !item.path("role").asString("").equals("developer")) {
        messages.addObject().put("role", "assistant");
        isModel = true;
      }
    }
    return messages;
  }

  @Override
  public String whole(Reply.Said said) {
    ObjectNode whole = response("completed");
    ArrayNode output = whole.putArray("output");
    said.blocks().forEach(block -> output.add(item(block)));
    return whole.toString();
  }

  /** Words in pieces that end in the middle of them. */
  @Override
  public String stream(Reply.Said said) {
    StringBuilder stream = new StringBuilder();
    event(stream, "response.created", "response", response("in_progress"));
    ArrayNode output = MAPPER.createArrayNode();
    for (Reply.Block block : said.blocks()) {
      ObjectNode item = item(block);
      event(stream, "response.output_item.added", "item", item);
      if (block instanceof Reply.Block.Text(String words)) {
        for (int at = 0; at < words.length(); at += PIECE_CHARS) {
          String piece = words.substring(at, Math.min(words.length(), at + PIECE_CHARS));
          ObjectNode delta = MAPPER.createObjectNode().put("delta", piece);
          delta.put("type", "response.output_text.delta");
          delta.put("item_id", item.path("id").asString()).put("content_index", 0);
          event(stream, delta.put("output_index", output.size()));
        }
      }
      event(stream, "response.output_item.done", "item", item);
      output.add(item);
    }
    ObjectNode whole = response("completed");
    whole.set("output", output);
    event(stream, "response.completed", "response", whole);
    return stream.toString();
  }

  @Override
  public String error(Reply.Failed failed) {
    ObjectNode error = MAPPER.createObjectNode();
    error
        .putObject("error")
        .put("message", failed.message())
        .put("type", failed.type())
        .putNull("code");
    return error.toString();
  }

  private ObjectNode response(String status) {
    ObjectNode response =
        MAPPER
            .createObjectNode()
            .put("id", "resp_" + IDS.incrementAndGet())
            .put("object", "response")
            .put("status", status)
            .put("model", call.model());
    ObjectNode usage = response.putObject("usage");
    usage.put("input_tokens", inputTokens).put("output_tokens", ModelApi.OUTPUT_TOKENS);
    usage.putObject("input_tokens_details").put("cached_tokens", 0);
    usage.putObject("output_tokens_details").put("reasoning_tokens", 0);
    usage.put("total_tokens", inputTokens + ModelApi.OUTPUT_TOKENS);
    return response;
  }

  private ObjectNode item(Reply.Block block) {
    ObjectNode item = MAPPER.createObjectNode().put("status", "completed");
    switch (block) {
      case Reply.Block.Text(String text) -> {
        item.put("type", "message").put("role", "assistant");
        item.put("id", "msg_" + IDS.incrementAndGet());
        item.putArray("content").addObject().put("type", "output_text").put("text", text);
      }
      case Reply.Block.ToolUse(String tool, var input) -> {
        item.put("type", "function_call").put("name", tool);
        call.groupOf(tool).ifPresent(group -> item.put("namespace", group));
        item.put("id", "fc_" + IDS.incrementAndGet());
        item.put("call_id", "call_" + IDS.incrementAndGet());
        item.put("arguments", MAPPER.writeValueAsString(input));
      }
    }
    return item;
  }

  private static void event(StringBuilder stream, String type, String name, ObjectNode value) {
    ObjectNode data = MAPPER.createObjectNode().put("type", type);
    data.set(name, value.deepCopy());
    event(stream, data);
  }

  private static void event(StringBuilder stream, ObjectNode data) {
    stream.append("event: ").append(data.path("type").asString()).append('\n');
    stream.append("data: ").append(data).append("\n\n");
  }
}
