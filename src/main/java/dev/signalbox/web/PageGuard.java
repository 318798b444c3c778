package dev.signalbox.web;

import dev.signalbox.config.ProxiedOrigin;
import dev.signalbox.control.BearerToken;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.UnauthorizedResponse;
import java.util.Optional;
import java.util.Set;

/**
 * Who may ask. Every page in the person's browser can send requests to the loopback interface: one
 * of another origin cannot hide that, cannot read the token, and with a name of its own for this
 * address (DNS rebinding) it sends another host. Nothing is told by cookies, so no page can use
 * what the browser would add by itself.
 *
 * <p>A person's own proxy sends the host and the origin under which it shows the pages; exactly
 * those count too. What a proxy says about who asks ({@code X-Forwarded-For} and the like) is never
 * read.
 */
final class PageGuard {
  private final BearerToken page;
  private final BearerToken figures;
  private final Optional<ProxiedOrigin> proxy;

  /**
   * A guard.
   *
   * @param page opens everything
   * @param figures opens figures only
   * @param proxy where the person's own proxy shows the dashboard too
   */
  PageGuard(BearerToken page, BearerToken figures, Optional<ProxiedOrigin> proxy) {
    this.page = page;
    this.figures = figures;
    this.proxy = proxy;
  }

  /** For every request, also for the page itself. */
  void demandThisServer(Context request) {
    int port = request.req().getLocalPort();
    Set<String> hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    String host = request.header("Host");
    boolean isHere = host != null && hosts.contains(host);
    boolean isProxied = proxy.map(it -> it.host().equals(host)).orElse(false);
    if (!isHere && !isProxied) {
      throw new ForbiddenResponse("expected this server's own address as host");
    }
    String origin = request.header("Origin");
    boolean isOwn =
        origin == null
            || (isHere && origin.equals("http://" + host))
            || proxy.map(it -> it.text().equals(origin)).orElse(false);
    if (!isOwn) {
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
