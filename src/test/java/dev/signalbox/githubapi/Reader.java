package dev.signalbox.githubapi;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a request, and finds out which operation it is. */
record Reader(List<Operation> operations) {
  private static final String VERSION = "2022-11-28";

  /** An operation with the values in its path. */
  record Match(Operation operation, Map<String, String> values) {}

  /** What GitHub would turn down, or what Signalbox promised to send. */
  static List<String> headerProblems(HttpExchange exchange, boolean hasBody) {
    List<String> problems = new ArrayList<>();
    check(problems, exchange, "accept", "application/vnd.github+json");
    check(problems, exchange, "x-github-api-version", VERSION);
    if (hasBody) {
      check(problems, exchange, "content-type", "application/json");
    }
    if (Optional.ofNullable(exchange.getRequestHeaders().getFirst("user-agent"))
        .orElse("")
        .isBlank()) {
      problems.add("GitHub turns down requests without user-agent");
    }
    return problems;
  }

  private static void check(
      List<String> problems, HttpExchange exchange, String name, String expected) {
    String found = exchange.getRequestHeaders().getFirst(name);
    if (!expected.equals(found)) {
      problems.add("expected " + name + ": " + expected + ", found " + found);
    }
  }

  static Optional<JsonNode> body(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    try {
      return bytes.length == 0 ? Optional.empty() : Optional.of(Json.MAPPER.readTree(bytes));
    } catch (JacksonException e) {
      throw new IOException("expected JSON", e);
    }
  }

  static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> found = new TreeMap<>();
    String raw = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    for (String part : raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
      String[] pair = part.split("=", 2);
      found.put(decoded(pair[0]), pair.length > 1 ? decoded(pair[1]) : "");
    }
    return found;
  }

  /** The operation of a path; of several the one with the fewest values in it. */
  Optional<Match> match(String method, String rawPath) {
    Optional<Match> best = Optional.empty();
    for (Operation operation : operations) {
      Optional<Match> found =
          operation.method().equals(method) ? match(operation, rawPath) : Optional.empty();
      if (found.isPresent()
          && (best.isEmpty() || best.get().values().size() > found.get().values().size())) {
        best = found;
      }
    }
    return best;
  }

  private static Optional<Match> match(Operation operation, String rawPath) {
    String[] wanted = operation.template().split("/", -1);
    String[] found = rawPath.split("/", -1);
    if (wanted.length != found.length) {
      return Optional.empty();
    }
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].startsWith("{")) {
        values.put(wanted[i].substring(1, wanted[i].length() - 1), decoded(found[i]));
      } else if (!wanted[i].equals(found[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(new Match(operation, values));
  }

  /** A plus is a plus: in paths always, and in queries Signalbox never writes one for a space. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
