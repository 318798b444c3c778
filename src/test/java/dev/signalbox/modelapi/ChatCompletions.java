package dev.signalbox.modelapi;

import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A call of OpenAI's Chat Completions. */
record ChatCompletions(Conversation call, long inputTokens) implements Speech {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final AtomicLong IDS = new AtomicLong();
  private static final int OUTPUT_TOKENS = 20;
  private static final int PIECE_CHARS = 8;

  ChatCompletions(byte[] body) {
    this(new Conversation(MAPPER.readTree(body)), body.length / 4);
  }

  @Override
  public String whole(Reply.Said said) {
    ObjectNode whole = answer("chat.completion");
    ObjectNode choice = whole.putArray("choices").addObject().put("index", 0);
    ObjectNode message = choice.putObject("message").put("role", "assistant");
    message.put("content", text(said));
    ArrayNode calls = toolCalls(said);
    if (!calls.isEmpty()) {
      message.set("tool_calls", calls);
    }
    choice.put("finish_reason", calls.isEmpty() ? "stop" : "tool_calls");
    usage(whole);
    return whole.toString();
  }

  /** In pieces that end in the middle of words. */
  @Override
  public String stream(Reply.Said said) {
    StringBuilder stream = new StringBuilder();
    String text = text(said);
    for (int at = 0; at < text.length(); at += PIECE_CHARS) {
      String piece = text.substring(at, Math.min(text.length(), at + PIECE_CHARS));
      event(stream, choice(MAPPER.createObjectNode().put("content", piece), null));
    }
    ArrayNode calls = toolCalls(said);
    if (!calls.isEmpty()) {
      ObjectNode delta = MAPPER.createObjectNode();
      delta.set("tool_calls", calls);
      event(stream, choice(delta, null));
    }
    String reason = calls.isEmpty() ? "stop" : "tool_calls";
    event(stream, choice(MAPPER.createObjectNode(), reason));
    ObjectNode last = answer("chat.completion.chunk");
    last.putArray("choices");
    usage(last);
    event(stream, last);
    return stream.append("data: [DONE]\n\n").toString();
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

  private ObjectNode choice(ObjectNode delta, @org.jspecify.annotations.Nullable String reason) {
    ObjectNode chunk = answer("chat.completion.chunk");
    ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
    choice.set("delta", delta.put("role", "assistant"));
    choice.put("finish_reason", reason);
    return chunk;
  }

  private ObjectNode answer(String kind) {
    return MAPPER
        .createObjectNode()
        .put("id", "chatcmpl-" + IDS.incrementAndGet())
        .put("object", kind)
        .put("created", 1)
        .put("model", call.model());
  }

  private void usage(ObjectNode answer) {
    answer
        .putObject("usage")
        .put("prompt_tokens", inputTokens)
        .put("completion_tokens", OUTPUT_TOKENS)
        .put("total_tokens", inputTokens + OUTPUT_TOKENS);
  }

  private static String text(Reply.Said said) {
    StringBuilder text = new StringBuilder();
    for (Reply.Block block : said.blocks()) {
      if (block instanceof Reply.Block.Text(String words)) {
        text.append(words);
      }
    }
    return text.toString();
  }

  private static ArrayNode toolCalls(Reply.Said said) {
    ArrayNode calls = MAPPER.createArrayNode();
    for (Reply.Block block : said.blocks()) {
      if (block instanceof Reply.Block.ToolUse(String tool, var input)) {
        ObjectNode call = calls.addObject().put("index", calls.size() - 1);
        call.put("id", "call_" + IDS.incrementAndGet()).put("type", "function");
        call.putObject("function")
            .put("name", tool)
            .put("arguments", MAPPER.writeValueAsString(input));
      }
    }
    return calls;
  }

  private static void event(StringBuilder stream, ObjectNode data) {
    stream.append("data: ").append(data).append("\n\n");
  }
}
