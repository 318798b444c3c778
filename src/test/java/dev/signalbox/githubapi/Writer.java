package dev.signalbox.githubapi;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Cuts answers into pages, completes and checks them by the description, and sends them. */
record Writer(Description description, String address) {
  private static final int PAGE_DEFAULT = 30;
  private static final int PAGE_MAX = 100;

  /** One page of the answer, with every field that a real one has. */
  JsonNode whole(Call call, Answer answer) {
    JsonNode said = answer.body().orElseGet(Json.MAPPER::createObjectNode);
    if (answer.pages().isPresent()) {
      Answer.Pages pages = answer.pages().get();
      JsonNode items = Json.list(page(call, pages.items()));
      said = pages.name().isEmpty() ? items : ((ObjectNode) said).set(pages.name(), items);
    }
    Optional<JsonNode> schema = call.operation().answer(answer.status());
    if (schema.isEmpty()) {
      return said;
    }
    JsonNode filled = new Filler(description).fill(schema.get(), said);
    String name = call.operation().name() + " " + answer.status();
    List<String> problems = description.problems(name, schema.get(), filled);
    if (!problems.isEmpty()) {
      throw new IllegalStateException("the fake's answer to " + name + ": " + problems);
    }
    return filled;
  }

  private static List<? extends JsonNode> page(Call call, List<? extends JsonNode> items) {
    int size = sizeOf(call);
    int from = Math.min(items.size(), (pageOf(call) - 1) * size);
    return items.subList(from, Math.min(items.size(), from + size));
  }

  private static int sizeOf(Call call) {
    return Math.min(
        PAGE_MAX,
        Integer.parseInt(call.query().getOrDefault("per_page", String.valueOf(PAGE_DEFAULT))));
  }

  private static int pageOf(Call call) {
    return Integer.parseInt(call.query().getOrDefault("page", "1"));
  }

  /** The {@code Link} header; empty where everything is on this page. */
  Optional<String> link(HttpExchange exchange, Call call, Answer answer) {
    int count = answer.pages().map(pages -> pages.items().size()).orElse(0);
    int pages = (count + sizeOf(call) - 1) / sizeOf(call);
    if (pageOf(call) >= pages) {
      return Optional.empty();
    }
    Map<String, String> query = new TreeMap<>(call.query());
    query.put("page", String.valueOf(pageOf(call) + 1));
    StringBuilder text = new StringBuilder();
    query.forEach((key, value) -> text.append('&').append(key).append('=').append(value));
    String url = address + exchange.getRequestURI().getRawPath() + "?" + text.substring(1);
    return Optional.of("<" + url + ">; rel=\"next\", <" + url + ">; rel=\"last\"");
  }

  static String tagOf(JsonNode body) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(body.toString().getBytes(StandardCharsets.UTF_8));
      return "W/\"" + HexFormat.of().formatHex(hash) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("content-type", "application/json; charset=utf-8");
    if (status == 204 || status == 304) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Half of a body, and then the end of the connection. */
  static void cut(HttpExchange exchange, JsonNode body) throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length + 1L);
    exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
    exchange.getResponseBody().flush();
    throw new IOException("cut on purpose");
  }
}
