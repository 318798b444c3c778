package dev.signalbox.web;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sends what a page, or somebody who pretends to be one, would send: byte for byte. */
final class Browser {
  private final PageLink link;
  private final Map<String, String> headers = new LinkedHashMap<>();

  Browser(PageLink link) {
    this.link = link;
    headers.put("Host", "127.0.0.1:" + link.port());
    headers.put("Authorization", "Bearer " + link.token().value());
  }

  /** A browser that sends this header, or leaves it out where the value is empty. */
  Browser with(String name, String value) {
    Browser other = new Browser(link);
    other.headers.clear();
    other.headers.putAll(headers);
    if (value.isEmpty()) {
      other.headers.remove(name);
    } else {
      other.headers.put(name, value);
    }
    return other;
  }

  Answer get(String path) throws IOException {
    return call("GET " + path, "");
  }

  Answer post(String path, String body) throws IOException {
    return with("Content-Type", "application/json").call("POST " + path, body);
  }

  private Answer call(String start, String body) throws IOException {
    try (Socket socket = connected()) {
      Browser closing =
          with("Connection", "close")
              .with(
                  "Content-Length", Integer.toString(body.getBytes(StandardCharsets.UTF_8).length));
      socket.getOutputStream().write((closing.head(start) + body).getBytes(StandardCharsets.UTF_8));
      return Answer.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private Socket connected() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), link.port());
  }

  private String head(String start) {
    StringBuilder text = new StringBuilder(start).append(" HTTP/1.1\r\n");
    headers.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
    return text.append("\r\n").toString();
  }

  /** A reply; the body as it was sent, chunks and all. */
  record Answer(int status, String head, String body) {
    static Answer of(String text) {
      int end = text.indexOf("\r\n\r\n");
      return new Answer(
          Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end + 4));
    }
  }

  /** Opens the stream of changes. */
  Stream open(String last) throws IOException {
    Socket socket = connected();
    Browser asking = with("Accept", "text/event-stream").with("Last-Event-ID", last);
    socket.getOutputStream().write(asking.head("GET /api/events").getBytes(StandardCharsets.UTF_8));
    return new Stream(socket);
  }

  /** One event of a stream. */
  record Heard(String name, String id, String data) {}

  /** A stream of changes, read event by event. */
  static final class Stream implements Closeable {
    private final Socket socket;
    private final BufferedReader lines;

    Stream(Socket socket) throws IOException {
      this.socket = socket;
      this.lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Waits for the next event. */
    Heard next() throws IOException {
      Map<String, String> fields = new LinkedHashMap<>();
      List<String> skipped = new ArrayList<>();
      String line = lines.readLine();
      while (line != null && !(line.isEmpty() && fields.containsKey("data"))) {
        int colon = line.indexOf(": ");
        if (colon > 0 && List.of("event", "id", "data").contains(line.substring(0, colon))) {
          fields.put(line.substring(0, colon), line.substring(colon + 2));
        } else {
          skipped.add(line);
        }
        line = lines.readLine();
      }
      if (line == null) {
        throw new IOException("the stream ended: " + skipped);
      }
      return new Heard(
          fields.getOrDefault("event", ""),
          fields.getOrDefault("id", ""),
          fields.getOrDefault("data", ""));
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
