package dev.signalbox.runner.codex;

import dev.signalbox.runner.Json;
import tools.jackson.databind.JsonNode;

/**
 * One line of the app server's output. Its JSON-RPC has no version field, and what is absent here
 * is a missing node.
 */
sealed interface Frame {

  /** It wants something from us, and waits. The id is a number or a text, and is given back. */
  record Request(JsonNode id, String method, JsonNode params) implements Frame {}

  /** Something happened. */
  record Notice(String method, JsonNode params) implements Frame {}

  /** The answer to a request of ours, by our id; one of result and error is there. */
  record Answer(String id, JsonNode result, JsonNode error) implements Frame {
    boolean isFailed() {
      return !error.isMissingNode();
    }

    /** What went wrong, in its words. */
    String reason() {
      return error.path("message").asString("no reason given");
    }
  }

  /** Anything else. */
  record Junk() implements Frame {}

  /**
   * What a line is.
   *
   * @throws tools.jackson.core.JacksonException when it is no JSON
   */
  static Frame of(String line) {
    JsonNode tree = Json.tree(line);
    String method = tree.path("method").asString("");
    JsonNode id = tree.path("id");
    if (!method.isEmpty()) {
      JsonNode params = tree.path("params");
      return id.isMissingNode() ? new Notice(method, params) : new Request(id, method, params);
    }
    return id.isMissingNode()
        ? new Junk()
        : new Answer(id.asString(""), tree.path("result"), tree.path("error"));
  }
}
