package dev.signalbox.tracker.linear;

import dev.signalbox.webhook.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends what happens in the stand-in as Linear does: signed over the raw bytes, with the time in
 * the signed body, one after the other. It waits five seconds for 200.
 */
final class LinearHooks implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final Clock clock;
  private final List<Sent> all = new ArrayList<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
  private final HttpClient client = HttpClient.newHttpClient();
  private Optional<Target> target = Optional.empty();

  private record Target(URI address, Secret secret) {}

  /**
   * A delivery.
   *
   * @param status of each answer so far; 0 where none came in time
   */
  record Sent(String id, String event, Map<String, Object> body, List<Integer> status) {}

  LinearHooks(Clock clock) {
    this.clock = clock;
  }

  synchronized void to(URI address, String secret) {
    target = Optional.of(new Target(address, new Secret(secret)));
  }

  /** Something was created, updated or removed. */
  void told(String type, String action, Map<String, @Nullable Object> more) {
    Map<String, Object> body = new HashMap<>();
    more.forEach((key, value) -> {
      if (value != null) {
        body.put(key, value);
      }
    });
    body.putAll(
        Map.of(
            "type", type,
            "action", action,
            "createdAt", clock.instant().toString(),
            "organizationId", LinearWorkspace.id("organization"),
            "webhookId", LinearWorkspace.id("webhook"),
            "webhookTimestamp", clock.millis()));
    boolean isAgents = type.equals("AgentSessionEvent");
    new PayloadCheck()
        .demand(isAgents ? "AgentSessionEventWebhookPayload" : "EntityWebhookPayload", body);
    if (!isAgents) {
      new PayloadCheck().demand(type + "WebhookPayload", body.get("data"));
    }
    send(new Sent(UUID.randomUUID().toString(), type, body, new ArrayList<>()));
  }

  /** Sends the last one of a type again, as after an answer that was lost. */
  synchronized void again(String type) {
    send(sent(type).getLast());
  }

  /** Tells the last one of a type once more, as a delivery of its own. */
  synchronized void anew(String type) {
    Sent last = sent(type).getLast();
    send(new Sent(UUID.randomUUID().toString(), type, last.body(), new ArrayList<>()));
  }

  synchronized List<Sent> sent(String type) {
    return all.stream().filter(each -> each.event().equals(type)).toList();
  }

  synchronized List<Integer> statuses(String type) {
    return sent(type).stream().flatMap(each -> each.status().stream()).toList();
  }

  private synchronized void send(Sent sent) {
    if (all.stream().noneMatch(each -> each.id().equals(sent.id()))) {
      all.add(sent);
    }
    target.ifPresent(to -> {
      thread.execute(() -> {
        int status = post(to, sent);
        synchronized (this) {
          sent.status().add(status);
        }
      });
    });
  }

  /** A time of its own for each try, so that a repeat is no replay. */
  private int post(Target to, Sent sent) {
    Map<String, Object> body = new HashMap<>(sent.body());
    body.put("webhookTimestamp", clock.millis());
    byte[] bytes = JsonMapper.shared().writeValueAsBytes(body);
    String signature = HexFormat.of().formatHex(to.secret().sign(bytes, Secret.Algorithm.SHA256));
    HttpRequest request =
        HttpRequest.newBuilder(to.address())
            .timeout(LIMIT)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("User-Agent", "Linear-Webhook")
            .header("Linear-Delivery", sent.id())
            .header("Linear-Event", sent.event())
            .header("Linear-Signature", signature)
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException _) {
      return 0;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    client.shutdownNow();
  }
}
