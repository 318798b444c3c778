package dev.signalbox.webhook.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.signalbox.limit.Limits;
import dev.signalbox.webhook.Body;
import dev.signalbox.webhook.Delivery;
import dev.signalbox.webhook.DeliveryQueue;
import dev.signalbox.webhook.Endpoint;
import dev.signalbox.webhook.Verifier;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Takes requests in, checks them in one order for all, and stores what is right. */
final class Reception implements HttpHandler {
  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int TOO_LARGE = 413;
  private static final int UNSUPPORTED_TYPE = 415;
  private static final int UNAVAILABLE = 503;

  private final Map<Endpoint, Verifier> verifiers;
  private final DeliveryQueue queue;
  private final InstantSource clock;
  private final DeliveryLog log;
  private final Semaphore free = new Semaphore(Limits.WEBHOOKS_AT_ONCE_MAX);

  Reception(
      Map<Endpoint, Verifier> verifiers,
      DeliveryQueue queue,
      InstantSource clock,
      DeliveryLog log) {
    this.verifiers = Map.copyOf(verifiers);
    this.queue = queue;
    this.clock = clock;
    this.log = log;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(answer(exchange), -1);
    }
  }

  private int answer(HttpExchange exchange) throws IOException {
    Optional<Endpoint> from = endpoint(exchange);
    Optional<Verifier> verifier = from.map(verifiers::get);
    if (from.isEmpty() || verifier.isEmpty()) {
      return NOT_FOUND;
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return refused(from.get(), METHOD_NOT_ALLOWED, "no POST");
    }
    if (!isJson(exchange)) {
      return refused(from.get(), UNSUPPORTED_TYPE, "no application/json");
    }
    if (!free.tryAcquire()) {
      return refused(from.get(), UNAVAILABLE, "too many at once");
    }
    try {
      return read(exchange, from.get(), verifier.get());
    } finally {
      free.release();
    }
  }

  private static Optional<Endpoint> endpoint(HttpExchange exchange) {
    String path = exchange.getRequestURI().getRawPath();
    return path == null || path.isEmpty() ? Optional.empty() : Endpoint.find(path.substring(1));
  }

  private static boolean isJson(HttpExchange exchange) {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    String plain = type == null ? "" : type.toLowerCase(Locale.ROOT).strip();
    return plain.equals("application/json") || plain.startsWith("application/json;");
  }

  private int read(HttpExchange exchange, Endpoint from, Verifier verifier) throws IOException {
    byte[] bytes = exchange.getRequestBody().readNBytes(Limits.WEBHOOK_BYTES_MAX + 1);
    if (bytes.length > Limits.WEBHOOK_BYTES_MAX) {
      return refused(from, TOO_LARGE, "more than " + Limits.WEBHOOK_BYTES_MAX + " bytes");
    }
    Optional<Delivery> delivery =
        verifier.verify(
            name -> exchange.getRequestHeaders().getOrDefault(name, List.of()),
            new Body(bytes),
            clock.instant());
    if (delivery.isEmpty()) {
      return refused(from, UNAUTHORIZED, "a wrong signature, or a signed time too far from now");
    }
    return store(delivery.get());
  }

  private int store(Delivery delivery) {
    try {
      return switch (queue.store(delivery)) {
        case NEW -> {
          log.stored(delivery);
          yield accepted(delivery);
        }
        case KNOWN -> {
          log.known(delivery);
          yield OK;
        }
        case FULL -> refused(delivery.from(), UNAVAILABLE, "too much waits already");
      };
    } catch (RuntimeException e) {
      // The sender tries again; the disk may be better by then.
      return refused(delivery.from(), UNAVAILABLE, "could not be stored: " + e.getMessage());
    }
  }

  /** Linear takes every answer but 200 for a failure, and sends again. */
  private static int accepted(Delivery delivery) {
    return switch (delivery.from().kind()) {
      case LINEAR -> OK;
      case GITHUB, SENTRY, VERCEL, HOOK -> ACCEPTED;
    };
  }

  private int refused(Endpoint from, int status, String reason) {
    log.refused(from, status, reason);
    return status;
  }
}
