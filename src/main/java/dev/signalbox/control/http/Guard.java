package dev.signalbox.control.http;

import com.sun.net.httpserver.Headers;
import dev.signalbox.control.BearerToken;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may ask. A page in the person's browser can send requests to the loopback interface too: it
 * cannot read the token, it cannot hide its origin, and with a name of its own for this address
 * (DNS rebinding) it sends another host.
 */
final class Guard {
  private final BearerToken token;
  private final Set<String> hosts;

  Guard(BearerToken token, int port) {
    this.token = token;
    this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
  }

  /** Why the request is refused; empty when it may go on. */
  Optional<Reply> refuse(Headers headers) {
    List<String> host = headers.getOrDefault("Host", List.of());
    if (host.size() != 1 || !hosts.contains(host.getFirst())) {
      return Optional.of(
          Reply.error(Reply.FORBIDDEN, "expected this server's own address as host"));
    }
    if (headers.containsKey("Origin")) {
      return Optional.of(Reply.error(Reply.FORBIDDEN, "expected no page of a browser"));
    }
    List<String> shown = headers.getOrDefault("Authorization", List.of());
    if (shown.size() != 1 || !token.isShownBy(shown.getFirst())) {
      return Optional.of(
          Reply.error(
              Reply.UNAUTHORIZED, "expected the token of control.json in the state folder"));
    }
    return Optional.empty();
  }
}
