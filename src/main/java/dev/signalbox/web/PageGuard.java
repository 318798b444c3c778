package dev.signalbox.web;

import dev.signalbox.control.BearerToken;
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
  private final BearerToken page;
  private final BearerToken figures;

  /**
   * A guard.
   *
   * @param page opens everything
   * @param figures opens figures only
   */
  PageGuard(BearerToken page, BearerToken figures) {
    this.page = page;
    this.figures = figures;
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
    if (!page.isShownBy(request.header("Authorization"))) {
      throw new UnauthorizedResponse(
          "expected the dashboard's token: open the link that signalbox dashboard prints");
    }
  }

  /** For figures, which the page's token reads too. */
  void demandFiguresToken(Context request) {
    String shown = request.header("Authorization");
    if (!figures.isShownBy(shown) && !page.isShownBy(shown)) {
      throw new UnauthorizedResponse(
          "expected the token for figures, which signalbox dashboard --metrics prints");
    }
  }
}
