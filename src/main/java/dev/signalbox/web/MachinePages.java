package dev.signalbox.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/**
 * What other programs on this machine ask: figures for Prometheus, with a token that reads nothing
 * else, and whether the engine is well, without one. The latter tell nothing about the run.
 */
final class MachinePages {
  private static final String PLAIN = "text/plain; charset=utf-8";
  private static final String FIGURES = "text/plain; version=0.0.4; charset=utf-8";

  private final Dashboard.ForMachines machines;
  private final PageGuard guard;

  MachinePages(Dashboard.ForMachines machines, PageGuard guard) {
    this.machines = machines;
    this.guard = guard;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/metrics", this::metrics);
    routes.get("/healthz", request -> answer(request, HttpStatus.OK, "ok"));
    routes.get("/readyz", this::ready);
  }

  private void metrics(Context request) {
    guard.demandFiguresToken(request);
    request.header("Cache-Control", "no-store");
    request.contentType(FIGURES).result(machines.metrics().get());
  }

  private void ready(Context request) {
    Optional<String> lack = machines.lack().get();
    answer(
        request,
        lack.isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE,
        lack.map(why -> "not ready: " + why).orElse("ready"));
  }

  private static void answer(Context request, HttpStatus status, String words) {
    request.header("Cache-Control", "no-store");
    request.status(status).contentType(PLAIN).result(words + "\n");
  }
}
