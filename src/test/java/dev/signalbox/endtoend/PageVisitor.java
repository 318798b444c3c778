package dev.signalbox.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Somebody who has a dashboard's address, and asks what its pages ask. */
record PageVisitor(int port, String token) {
  private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

  /** An answer; status 0 where nobody listens, or answers. */
  record Heard(int status, String body) {}

  /** One at a port that nobody uses. */
  static PageVisitor atFreePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new PageVisitor(free.getLocalPort(), "ab".repeat(32));
    }
  }

  String link() {
    return "http://127.0.0.1:" + port + "/#token=" + token;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        // A server that is stopping may have taken the connection, and answers nothing on it.
        .timeout(ANSWER_MAX)
        .header("Authorization", "Bearer " + token);
  }

  Heard get(String path) throws InterruptedException {
    return send(request(path).GET().build());
  }

  Heard post(String path, String json) throws InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  private static Heard send(HttpRequest request) throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Heard(response.statusCode(), response.body());
    } catch (IOException e) {
      return new Heard(0, e.toString());
    }
  }

  /** The stream of an open page. */
  record OpenPage(HttpClient client, BufferedReader lines) implements AutoCloseable {
    /** The next event; empty where the stream is over. */
    String next() throws IOException {
      StringBuilder event = new StringBuilder();
      for (String line = lines.readLine();
          line != null && !line.isEmpty();
          line = lines.readLine()) {
        event.append(line).append('\n');
      }
      return event.toString();
    }

    @Override
    public void close() {
      client.shutdownNow();
    }
  }

  /** Opens the page, as a browser that stays there. */
  OpenPage open() throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpResponse<InputStream> response =
        client.send(
            request("/api/events").header("Accept", "text/event-stream").GET().build(),
            HttpResponse.BodyHandlers.ofInputStream());
    return new OpenPage(
        client, new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
  }

  /** The first event of the stream. */
  String firstEvent() throws IOException, InterruptedException {
    try (OpenPage page = open()) {
      return page.next();
    }
  }
}
