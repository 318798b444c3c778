package dev.signalbox.endtoend;

import dev.signalbox.webhook.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Sentry's webhooks to a process of this machine.
 *
 * @param port where it listens
 */
record SentryHook(int port, String secret) {

  /**
   * An alert about one issue of Sentry; the status of the answer.
   *
   * @param request another one is another delivery of the same alert
   */
  int alert(String request, int issue) throws Exception {
    return send(
        "event_alert",
        request,
        """
        {"action":"triggered","data":{"event":{"event_id":"%s","issue_id":"%d",
         "title":"TypeError: total of undefined, see @ann","culprit":"checkout.js in total",
         "datetime":"2026-03-01T10:00:00Z","web_url":"https://sentry.example/issues/%d"}}}
        """
            .formatted(request, issue, issue));
  }

  /** Says that an issue that was resolved is there again; the status of the answer. */
  int back(String request, int issue) throws Exception {
    return send(
        "issue",
        request,
        """
        {"action":"unresolved","data":{"issue":{"id":"%d","shortId":"SHOP-1",
         "title":"TypeError: total of undefined","culprit":"checkout.js in total",
         "status":"unresolved","substatus":"regressed","lastSeen":"2026-03-02T10:00:00Z",
         "web_url":"https://sentry.example/issues/%d"}}}
        """
            .formatted(issue, issue));
  }

  private int send(String resource, String request, String body) throws Exception {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    byte[] signature = new Secret(secret).sign(bytes, Secret.Algorithm.SHA256);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sentry"))
                  .header("Content-Type", "application/json")
                  .header("Sentry-Hook-Resource", resource)
                  .header("Request-ID", request)
                  .header("Sentry-Hook-Signature", HexFormat.of().formatHex(signature))
                  .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }
}
