package dev.signalbox.modelapi;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A call of Gemini's {@code generateContent} or {@code streamGenerateContent}. */
record GeminiContent(Conversation call, JsonNode body, long inputTokens) implements Speech {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final int OUTPUT_TOKENS = 20;

  /** What its own questions on the side ask for; each reads the names that it knows. */
  private static final String ASIDE_JSON =
      "{\"reasoning\":\"a script\",\"next_speaker\":\"user\",\"model_choice\":\"flash\","
          + "\"complexity_reasoning\":\"a script\",\"complexity_score\":1}";

  GeminiContent(String path, byte[] body) {
    this(path, MAPPER.readTree(body), body.length / 4);
  }

  private GeminiContent(String path, JsonNode body, long inputTokens) {
    this(
        new Conversation(body, messages(body), model(path), path.contains("streamGenerate")),
        body,
        inputTokens);
  }

  @Override
  public String aside() {
    JsonNode type = body.path("generationConfig").path("responseMimeType");
    return type.asString("").equals("application/json") ? ASIDE_JSON : Speech.super.aside();
  }

  @Override
  public String whole(Reply.Said said) {
    ObjectNode whole = MAPPER.createObjectNode();
    ObjectNode candidate = whole.putArray("candidates").addObject();
    ArrayNode parts = candidate.putObject("content").put("role", "model").putArray("parts");
    for (Reply.Block block : said.blocks()) {
      switch (block) {
        case Reply.Block.Text(String text) -> parts.addObject().put("text", text);
        case Reply.Block.ToolUse(String tool, var input) -> {
          ObjectNode use = parts.addObject().putObject("functionCall").put("name", tool);
          use.set("args", MAPPER.<ObjectNode>valueToTree(input));
        }
      }
    }
    candidate.put("finishReason", "STOP").put("index", 0);
    whole
        .putObject("usageMetadata")
        .put("promptTokenCount", inputTokens)
        .put("candidatesTokenCount", OUTPUT_TOKENS)
        .put("totalTokenCount", inputTokens + OUTPUT_TOKENS);
    whole.put("modelVersion", call.model());
    return whole.toString();
  }

  @Override
  public String stream(Reply.Said said) {
    return "data: " + whole(said) + "\n\n";
  }

  @Override
  public String error(Reply.Failed failed) {
    ObjectNode error = MAPPER.createObjectNode();
    error
        .putObject("error")
        .put("code", failed.status())
        .put("message", failed.message())
        .put("status", failed.type());
    return error.toString();
  }

  /** The same names as elsewhere. */
  private static ArrayNode messages(JsonNode body) {
    ArrayNode messages = MAPPER.createArrayNode();
    for (JsonNode content : body.path("contents")) {
      boolean isModel = content.path("role").asString("").equals("model");
      ObjectNode message = messages.addObject().put("role", isModel ? "assistant" : "user");
      message.set("content", content.path("parts"));
    }
    return messages;
  }

  /** Such as {@code /v1beta/models/gemini-2.5-flash:generateContent}. */
  private static String model(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replaceFirst(":.*", "");
  }
}
