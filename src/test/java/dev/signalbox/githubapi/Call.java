package dev.signalbox.githubapi;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A request that fits GitHub's description.
 *
 * @param path the values in its path, decoded
 * @param body missing where there is none
 */
record Call(
    Operation operation,
    Map<String, String> path,
    Map<String, String> query,
    JsonNode body,
    FakeAccount caller) {

  int number(String name) {
    return Integer.parseInt(path.getOrDefault(name, ""));
  }

  long id(String name) {
    return Long.parseLong(path.getOrDefault(name, ""));
  }

  String at(String name) {
    return path.getOrDefault(name, "");
  }

  /** A text of the body; empty when absent or null. */
  Optional<String> text(String field) {
    return body.path(field).isString()
        ? Optional.of(body.path(field).asString())
        : Optional.empty();
  }
}
