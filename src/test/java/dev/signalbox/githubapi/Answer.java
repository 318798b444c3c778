package dev.signalbox.githubapi;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is answered.
 *
 * @param body what the fake has to say; empty for none
 * @param pages cut into pages under a name of the body, or as the body where the name is empty
 */
record Answer(int status, Optional<JsonNode> body, Optional<Pages> pages) {

  /** A long list. */
  record Pages(String name, List<? extends JsonNode> items) {}

  static Answer ok(JsonNode body) {
    return new Answer(200, Optional.of(body), Optional.empty());
  }

  static Answer created(JsonNode body) {
    return new Answer(201, Optional.of(body), Optional.empty());
  }

  static Answer nothing() {
    return new Answer(204, Optional.empty(), Optional.empty());
  }

  static Answer list(List<? extends JsonNode> items) {
    return new Answer(200, Optional.empty(), Optional.of(new Pages("", items)));
  }

  static Answer list(ObjectNode frame, String name, List<? extends JsonNode> items) {
    return new Answer(200, Optional.of(frame), Optional.of(new Pages(name, items)));
  }

  static Answer missing() {
    return refused(404, "Not Found");
  }

  static Answer refused(int status, String message) {
    return new Answer(
        status,
        Optional.of(
            Json.object("message", message, "documentation_url", "https://docs.github.test")),
        Optional.empty());
  }

  /** What GitHub says of a request that is understood and not valid. */
  static Answer invalid(String resource, String field, String code, String message) {
    ObjectNode error =
        Json.object("resource", resource, "field", field, "code", code, "message", message);
    ObjectNode body =
        Json.object(
            "message",
            "Validation Failed",
            "documentation_url",
            "https://docs.github.test",
            "errors",
            List.of(error));
    return new Answer(422, Optional.of(body), Optional.empty());
  }
}
