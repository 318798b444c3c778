package dev.signalbox.webhook.http;

import com.sun.net.httpserver.HttpServer;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.limit.Limits;
import dev.signalbox.webhook.DeliveryQueue;
import dev.signalbox.webhook.Endpoint;
import dev.signalbox.webhook.Secret;
import dev.signalbox.webhook.Verifier;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Receives webhooks (docs/adr/0018-webhooks.md): {@code POST /github}, {@code /linear}, {@code
 * /sentry}, {@code /vercel}, {@code /hook/NAME}.
 *
 * <p>Answers 202 (to Linear 200) when a delivery is on the disk, 200 when it was there before, 401
 * when its signature is wrong, 404, 405, 413 and 415 for what is no delivery, 503 when it cannot be
 * kept now. It says nothing more.
 */
public final class WebhookListener implements AutoCloseable {
  private final HttpServer server;
  private final TimedThreads threads;

  private WebhookListener(HttpServer server, TimedThreads threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * What the listener works with.
   *
   * @param address where it listens; port 0 for any free one
   * @param secrets by endpoint; others are not found
   * @param log hears of what is stored before the sender does, and must not keep it waiting
   * @param limit for one request, from its first byte
   */
  public record Setup(
      InetSocketAddress address,
      Map<Endpoint, Secret> secrets,
      DeliveryQueue queue,
      InstantSource clock,
      DeliveryLog log,
      Duration limit) {
    public Setup {
      secrets = Map.copyOf(secrets);
    }
  }

  /**
   * Starts to listen.
   *
   * @throws SignalboxException {@code WEBHOOKS_FAILED} when the address cannot be used
   */
  public static WebhookListener start(Setup setup) {
    HttpServer server = listen(setup.address());
    TimedThreads threads = new TimedThreads(Limits.WEBHOOK_CONNECTIONS_MAX, setup.limit());
    server.setExecutor(threads);
    Map<Endpoint, Verifier> verifiers = new HashMap<>();
    setup.secrets().forEach((from, secret) -> verifiers.put(from, new Verifier(from, secret)));
    server.createContext("/", new Reception(verifiers, setup.queue(), setup.clock(), setup.log()));
    server.start();
    return new WebhookListener(server, threads);
  }

  private static HttpServer listen(InetSocketAddress address) {
    try {
      return HttpServer.create(address, 0);
    } catch (IOException e) {
      throw new SignalboxException(
          ErrorCode.WEBHOOKS_FAILED,
          "expected to listen on " + address + ", found " + e.getMessage(),
          List.of("choose another address with webhooks: listen: in your configuration"),
          e);
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  /** Stops at once: what is stored is stored, what is not was not answered. */
  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
