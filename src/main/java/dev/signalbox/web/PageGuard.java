package dev.signalbox.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.UnauthorizedResponse;
import java.util.Set;

/**
 * Who may ask. Every page in the person's browser can send requests to the loopback interface: one
 * of another origin cannot hide that, cannot read the token, and with a name of its own for this
 * address (DNS rebinding) it sends another host. Nothing is told by cookies, so no page can use
 * what the browser would add by itself.
 */
final class PageGuard {
  private static final String SCHEME = "Bearer ";

  private final PageLink link;

  PageGuard(PageLink link) {
    this.link = link;
  }

  /** For every request, also for the page itself. */
  void demandThisServer(Context request) {
    int port = request.req().getLocalPort();
    Set<String> hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    String host = request.header("Host");
    if (host == null || !hosts.contains(host)) {
      throw new ForbiddenResponse("expected this server's own address as host");
    }
    String origin = request.header("Origin");
    if (origin != null && !origin.equals("http://" + host)) {
      throw new ForbiddenResponse("expected a page of this server");
    }
  }

  /** For everything that tells or changes something. */
  void demandToken(Context request) {
    String shown = request.header("Authorization");
    if (shown == null
        || !shown.startsWith(SCHEME)
        || !link.opensWith(shown.substring(SCHEME.length()))) {
      throw new UnauthorizedResponse(
          "expected the dashboard's token: open the link that signalbox dashboard prints");
    }
  }
}
