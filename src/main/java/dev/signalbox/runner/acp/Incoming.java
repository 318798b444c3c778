package dev.signalbox.runner.acp;

import tools.jackson.databind.JsonNode;

/** A line of JSON-RPC as it comes from the agent. */
sealed interface Incoming {

  /**
   * An answer to one of our requests.
   *
   * @param result missing if it failed
   * @param error missing if it did not
   */
  record Response(String id, JsonNode result, JsonNode error) implements Incoming {
    boolean isError() {
      return !error.isMissingNode() && !error.isNull();
    }
  }

  /**
   * A request of the agent, which waits for an answer.
   *
   * @param id to repeat in the answer, as it came
   */
  record Request(JsonNode id, String method, JsonNode params) implements Incoming {}

  record Notification(String method, JsonNode params) implements Incoming {}

  /** JSON of another shape. */
  record Junk() implements Incoming {}

  static Incoming of(JsonNode message) {
    String method = message.path("method").asString("");
    JsonNode id = message.path("id");
    boolean hasId = id.isString() || id.isIntegralNumber();
    if (!method.isEmpty()) {
      return hasId
          ? new Request(id, method, message.path("params"))
          : new Notification(method, message.path("params"));
    }
    // Our own ids are texts.
    return id.isString() && (message.has("result") || message.has("error"))
        ? new Response(id.asString(""), message.path("result"), message.path("error"))
        : new Junk();
  }
}
