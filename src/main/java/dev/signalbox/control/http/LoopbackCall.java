package dev.signalbox.control.http;

import dev.signalbox.limit.Limits;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * One HTTP request to a server on this machine, over a plain socket: the JDK's client brings an
 * executor and many classes that every command would load, and its older one sends a request again
 * by itself.
 */
final class LoopbackCall {
  private static final int LINE_CHARS_MAX = 8_192;
  private static final int HEADERS_MAX = 100;

  private LoopbackCall() {}

  /**
   * Sends it and reads the whole reply.
   *
   * @param head the request line and headers, without Host and Content-Length
   * @param wait how long the server may take on purpose
   */
  static Reply send(int port, String head, String body, Duration wait) throws IOException {
    try (Socket socket = new Socket()) {
      int limit = Math.toIntExact(Limits.CONTROL_LIMIT.toMillis());
      socket.connect(Loopback.port(port), limit);
      socket.setSoTimeout(Math.toIntExact(limit + wait.toMillis()));
      socket.setTcpNoDelay(true);
      byte[] content = body.getBytes(StandardCharsets.UTF_8);
      String start =
          head
              + "Host: 127.0.0.1:"
              + port
              + "\r\nConnection: close\r\nContent-Length: "
              + content.length
              + "\r\n\r\n";
      ByteArrayOutputStream request = new ByteArrayOutputStream();
      request.writeBytes(start.getBytes(StandardCharsets.ISO_8859_1));
      request.writeBytes(content);
      request.writeTo(socket.getOutputStream());
      return read(new BufferedInputStream(socket.getInputStream()));
    }
  }

  private static Reply read(InputStream in) throws IOException {
    String[] status = line(in).split(" ", 3);
    if (status.length < 2 || !status[0].startsWith("HTTP/1.")) {
      throw new IOException("expected HTTP, found something else");
    }
    int length = length(in);
    byte[] content = in.readNBytes(length);
    if (content.length < length) {
      throw new EOFException("expected " + length + " bytes, found " + content.length);
    }
    return new Reply(number(status[1]), new String(content, StandardCharsets.UTF_8));
  }

  /** Reads all headers; the server always says how long its reply is. */
  private static int length(InputStream in) throws IOException {
    int length = -1;
    for (int i = 0; i < HEADERS_MAX; i++) {
      String line = line(in);
      if (line.isEmpty()) {
        if (length < 0 || length > Limits.ANSWER_BYTES_MAX) {
          throw new IOException("expected a reply of known length, found " + length);
        }
        return length;
      }
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = number(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    throw new IOException("expected an end of the headers, found none");
  }

  private static int number(String text) throws IOException {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IOException("expected a number, found something else", e);
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0 || line.length() > LINE_CHARS_MAX) {
        throw new EOFException("expected a line, found its end missing");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
