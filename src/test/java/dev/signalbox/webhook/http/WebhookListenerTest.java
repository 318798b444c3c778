package dev.signalbox.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.limit.Limits;
import dev.signalbox.webhook.Endpoint;
import dev.signalbox.webhook.MemoryDeliveryQueue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sender hears. */
class WebhookListenerTest {
  private static final Endpoint GITHUB = Endpoint.of(Endpoint.Kind.GITHUB);
  private static final Endpoint LINEAR = Endpoint.of(Endpoint.Kind.LINEAR);
  private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);

  private final MemoryDeliveryQueue queue = new MemoryDeliveryQueue(2);
  private final WebhookListener listener = Listening.to(queue, Duration.ofSeconds(10));
  private final Sender sender = new Sender(listener.address().getPort(), Listening.NOW);

  @AfterEach
  void close() {
    sender.close();
    listener.close();
  }

  @Test
  void aDeliveryIsTakenOnce() throws Exception {
    assertThat(sender.send(GITHUB, "ping", "d1", EMPTY)).isEqualTo(202);
    assertThat(sender.send(GITHUB, "ping", "d1", EMPTY)).isEqualTo(200);
    assertThat(queue.waiting(9)).hasSize(1);
    assertThat(queue.waiting(9).getFirst().delivery().event()).isEqualTo("ping");
  }

  @Test
  void everySenderHasItsPath() throws Exception {
    assertThat(sender.send(Endpoint.of(Endpoint.Kind.SENTRY), "issue", "r1", EMPTY)).isEqualTo(202);
    assertThat(sender.send(Listening.HOOK, "", "", EMPTY)).isEqualTo(202);
    assertThat(sender.send(Endpoint.of(Endpoint.Kind.VERCEL), "", "", EMPTY)).isEqualTo(503);
  }

  @Test
  void aFullQueueRefusesNewOnesAndKnowsTheOld() throws Exception {
    assertThat(sender.send(GITHUB, "ping", "d1", EMPTY)).isEqualTo(202);
    assertThat(sender.send(GITHUB, "ping", "d2", EMPTY)).isEqualTo(202);
    assertThat(sender.send(GITHUB, "ping", "d3", EMPTY)).isEqualTo(503);
    assertThat(sender.send(GITHUB, "ping", "d2", EMPTY)).isEqualTo(200);
  }

  @Test
  void aWrongSignatureHearsNothingElse() throws Exception {
    HttpRequest.Builder request = sender.request(GITHUB, "ping", "d1", EMPTY);
    assertThat(
            sender.status(
                request.setHeader("X-Hub-Signature-256", "sha256=" + "0".repeat(64)).build()))
        .isEqualTo(401);
    assertThat(queue.waiting(9)).isEmpty();
  }

  @Test
  void whatIsNoDeliveryIsRefused() throws Exception {
    int port = listener.address().getPort();
    for (String path : new String[] {"/", "/hook/unknown", "/hook/", "/github/x", "/cursor"}) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .POST(HttpRequest.BodyPublishers.ofByteArray(EMPTY));
      assertThat(sender.status(request.build())).as(path).isEqualTo(404);
    }
    assertThat(sender.status(sender.request(GITHUB, "ping", "d", EMPTY).GET().build()))
        .isEqualTo(405);
    assertThat(
            sender.status(
                sender
                    .request(GITHUB, "ping", "d", EMPTY)
                    .setHeader("Content-Type", "application/x-www-form-urlencoded")
                    .build()))
        .isEqualTo(415);
    assertThat(sender.send(GITHUB, "ping", "d", new byte[Limits.WEBHOOK_BYTES_MAX + 1]))
        .isEqualTo(413);
    assertThat(sender.send(GITHUB, "ping", "d", new byte[Limits.WEBHOOK_BYTES_MAX])).isEqualTo(202);
  }

  @Test
  void linearHears200() throws Exception {
    String body = "{\"type\":\"Issue\",\"webhookTimestamp\":" + Listening.NOW.toEpochMilli() + "}";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    assertThat(sender.send(LINEAR, "", "l1", bytes)).isEqualTo(200);
    assertThat(sender.send(LINEAR, "", "l1", bytes)).isEqualTo(200);
    assertThat(queue.waiting(9)).hasSize(1);
  }

  /** Each of them goes on for ever, and holds up nobody. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /github HTTP/1.1\r\nHost: x\r\n",
        "POST /gith",
        "POST /github HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Content-Length: 100\r\n\r\n{"
      })
  void aSlowSenderIsCutOff(String start) throws Exception {
    try (WebhookListener strict = Listening.to(queue, Duration.ofMillis(400));
        Socket slow = new Socket(strict.address().getAddress(), strict.address().getPort())) {
      OutputStream out = slow.getOutputStream();
      out.write(start.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      try (Sender quick = new Sender(strict.address().getPort(), Listening.NOW)) {
        assertThat(quick.send(GITHUB, "ping", "d1", EMPTY)).isEqualTo(202);
      }
      slow.setSoTimeout(20_000);
      assertThat(isEnded(slow.getInputStream())).isTrue();
    }
  }

  private static boolean isEnded(InputStream in) {
    try {
      while (in.read() >= 0) {
        // Whatever it says, it says it before it closes.
      }
      return true;
    } catch (SocketTimeoutException _) {
      return false;
    } catch (IOException _) {
      return true;
    }
  }

  @Test
  void aQueueThatCannotStoreIsNoFaultOfTheServer() throws Exception {
    MemoryDeliveryQueue none = new MemoryDeliveryQueue(0);
    try (WebhookListener full = Listening.to(none, Duration.ofSeconds(10));
        Sender other = new Sender(full.address().getPort(), Listening.NOW)) {
      assertThat(other.send(GITHUB, "ping", "d1", EMPTY)).isEqualTo(503);
    }
  }
}
