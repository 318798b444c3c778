package dev.signalbox.remote.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A request to a service.
 *
 * @param purpose what it is for, in one word: the key under which it is counted
 * @param method such as {@code GET}
 * @param target a path with its query, percent-encoded, below the service's address; or an absolute
 *     address of the same service
 * @param headers beside those of every request; without secrets
 * @param repeatable whether it may be sent again when nobody knows whether it was done
 */
public record JsonRequest(
    String purpose,
    String method,
    String target,
    List<Header> headers,
    Optional<JsonNode> body,
    boolean repeatable) {
  public JsonRequest {
    headers = List.copyOf(headers);
  }

  /** One line of a request's head. */
  public record Header(String name, String value) {}

  /** A read. */
  public static JsonRequest get(String purpose, String target) {
    return new JsonRequest(purpose, "GET", target, List.of(), Optional.empty(), true);
  }

  /** A request with a document, which may be repeated. */
  public static JsonRequest send(String purpose, String method, String target, JsonNode body) {
    return new JsonRequest(purpose, method, target, List.of(), Optional.of(body), true);
  }

  /** The same with one more header. */
  public JsonRequest with(String name, String value) {
    List<Header> more =
        Stream.concat(headers.stream(), Stream.of(new Header(name, value))).toList();
    return new JsonRequest(purpose, method, target, more, body, repeatable);
  }

  /** The same, never sent twice: the service would do it twice. */
  public JsonRequest once() {
    return new JsonRequest(purpose, method, target, headers, body, false);
  }
}
