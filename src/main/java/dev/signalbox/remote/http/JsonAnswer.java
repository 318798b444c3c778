package dev.signalbox.remote.http;

import java.net.http.HttpHeaders;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a service answered.
 *
 * @param body a JSON null where there is none, or none that is JSON
 */
public record JsonAnswer(int status, HttpHeaders headers, JsonNode body) {

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.firstValue(name).map(String::strip);
  }

  /** A header that holds a whole number; empty where it is absent or holds something else. */
  public Optional<Long> number(String name) {
    try {
      return header(name).map(Long::valueOf);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
