package dev.signalbox.control.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.signalbox.limit.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Takes requests in, checks them in one order for all, and sends what the routes answer. */
final class Reception implements HttpHandler {
  private static final String JSON = "application/json";

  private final Guard guard;
  private final Routes routes;

  Reception(Guard guard, Routes routes) {
    this.guard = guard;
    this.routes = routes;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, reply(exchange));
    }
  }

  private Reply reply(HttpExchange exchange) throws IOException {
    Optional<Reply> refusal = guard.refuse(exchange.getRequestHeaders());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    if (!routes.isKnown(path)) {
      return Reply.error(Reply.NOT_FOUND, "expected a known path, found another");
    }
    if (!routes.takes(method, path)) {
      return Reply.error(Reply.METHOD_NOT_ALLOWED, "expected another method than this");
    }
    if (method.equals("GET")) {
      String query = exchange.getRequestURI().getQuery();
      return answer(method, path, query == null ? "" : query);
    }
    if (!isJson(exchange)) {
      return Reply.error(Reply.UNSUPPORTED_TYPE, "expected " + JSON);
    }
    Optional<String> body = body(exchange);
    return body.isPresent()
        ? answer(method, path, body.get())
        : Reply.error(
            Reply.TOO_LARGE, "expected at most " + Limits.REQUEST_BYTES_MAX + " bytes, found more");
  }

  private Reply answer(String method, String path, String text) {
    try {
      return routes.answer(method, path, text);
    } catch (RuntimeException e) {
      // Whoever asked hears that it failed; the engine's own error reporting has the rest.
      return Reply.error(Reply.FAILED, "expected an answer of the engine, found " + e);
    }
  }

  private static boolean isJson(HttpExchange exchange) {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    return type != null && (type.equals(JSON) || type.startsWith(JSON + ";"));
  }

  /** Empty when it is too long. */
  private static Optional<String> body(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readNBytes(Limits.REQUEST_BYTES_MAX + 1);
    return bytes.length > Limits.REQUEST_BYTES_MAX
        ? Optional.empty()
        : Optional.of(new String(bytes, StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    byte[] bytes = reply.json().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", JSON);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(reply.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
