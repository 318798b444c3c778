package dev.signalbox.webhook.http;

import dev.signalbox.webhook.Delivery;
import dev.signalbox.webhook.DeliveryQueue;
import dev.signalbox.webhook.Endpoint;
import dev.signalbox.webhook.Secret;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A listener for tests, on a free port of the loopback interface. */
public final class Listening {
  public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  public static final Endpoint HOOK = Endpoint.hook("deploys");

  /** Hears nothing. */
  public static final DeliveryLog SILENT =
      new DeliveryLog() {
        @Override
        public void stored(Delivery delivery) {}

        @Override
        public void known(Delivery delivery) {}

        @Override
        public void refused(Endpoint from, int status, String reason) {}
      };

  private Listening() {}

  public static WebhookListener to(DeliveryQueue queue, Duration limit) {
    return start(queue, limit, SILENT);
  }

  public static WebhookListener start(DeliveryQueue queue, Duration limit, DeliveryLog log) {
    Map<Endpoint, Secret> secrets = new HashMap<>();
    for (Endpoint.Kind kind : Endpoint.Kind.values()) {
      Endpoint from = kind == Endpoint.Kind.HOOK ? HOOK : Endpoint.of(kind);
      secrets.put(from, new Secret(Sender.SECRET));
    }
    return WebhookListener.start(
        new WebhookListener.Setup(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            secrets,
            queue,
            () -> NOW,
            log,
            limit));
  }
}
