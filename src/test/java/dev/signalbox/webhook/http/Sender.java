package dev.signalbox.webhook.http;

import dev.signalbox.webhook.Endpoint;
import dev.signalbox.webhook.Secret;
import dev.signalbox.webhook.Verifier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HexFormat;

/** Signs and sends as the real senders do. */
public final class Sender implements AutoCloseable {
  public static final String SECRET = "a secret of the tests";

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;
  private final Instant now;

  public Sender(int port, Instant now) {
    this.port = port;
    this.now = now;
  }

  /** Sends one delivery; the answer's status. */
  public int send(Endpoint to, String event, String id, byte[] body)
      throws IOException, InterruptedException {
    return status(request(to, event, id, body).build());
  }

  public HttpRequest.Builder request(Endpoint to, String event, String id, byte[] body) {
    Secret secret = new Secret(SECRET);
    String sha256 = HexFormat.of().formatHex(secret.sign(body, Secret.Algorithm.SHA256));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + to.key()))
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    return switch (to.kind()) {
      case GITHUB ->
          request
              .header("X-Hub-Signature-256", "sha256=" + sha256)
              .header("X-GitHub-Event", event)
              .header("X-GitHub-Delivery", id);
      case LINEAR -> request.header("Linear-Signature", sha256).header("Linear-Delivery", id);
      case SENTRY ->
          request
              .header("Sentry-Hook-Signature", sha256)
              .header("Sentry-Hook-Resource", event)
              .header("Request-ID", id);
      case VERCEL ->
          request.header(
              "x-vercel-signature",
              HexFormat.of().formatHex(secret.sign(body, Secret.Algorithm.SHA1)));
      case HOOK -> {
        String time = String.valueOf(now.getEpochSecond());
        byte[] signed = secret.sign(Verifier.timed(time, body), Secret.Algorithm.SHA256);
        yield request
            .header("X-Timestamp", time)
            .header("X-Signature", "sha256=" + HexFormat.of().formatHex(signed));
      }
    };
  }

  public int status(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.body().length > 0) {
      throw new AssertionError("expected no words in an answer");
    }
    return response.statusCode();
  }

  @Override
  public void close() {
    client.close();
  }
}
