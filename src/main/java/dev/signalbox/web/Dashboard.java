package dev.signalbox.web;

import dev.signalbox.config.ProxiedOrigin;
import dev.signalbox.control.Control;
import dev.signalbox.control.Records;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.limit.Limits;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Serves the dashboard of one state folder on the loopback interface. */
public final class Dashboard implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String BUNDLE = "/dev/signalbox/web/bundle";

  private final Javalin server;
  private final PageLink link;

  private Dashboard(Javalin server, PageLink link) {
    this.server = server;
    this.link = link;
  }

  /**
   * What it shows.
   *
   * @param folder the state folder, whose dashboard nobody else serves
   * @param control the engine of this process, or what was recorded
   * @param records what state folders tell
   * @param told what pages hear of it besides
   * @param person the name under which decisions are recorded
   * @param machines what other programs ask
   * @param proxy where the person's own proxy shows it too; the server stays on the loopback
   *     interface
   */
  public record Shown(
      Path folder,
      Control control,
      Records records,
      Told told,
      String person,
      ForMachines machines,
      Optional<ProxiedOrigin> proxy) {}

  /**
   * What pages hear of an engine besides its run.
   *
   * @param plan of the run
   * @param start another text for each start of a dashboard
   * @param absence where no engine runs, and what was recorded is shown
   */
  public record Told(PlanPages plan, String start, Optional<Absence> absence) {}

  /**
   * No engine runs.
   *
   * @param hasRun whether a run was ever recorded
   * @param command starts an engine
   */
  public record Absence(boolean hasRun, String command) {}

  /**
   * What is shown of the plan.
   *
   * @param plan the document of {@code check --json} about it, as the run's table has it now
   * @param choices what a person can choose from in the table
   */
  public record PlanPages(Supplier<String> plan, Supplier<String> choices) {}

  /**
   * What other programs ask of the engine.
   *
   * @param metrics all figures in Prometheus' text format
   * @param lack why the engine is not ready, without anything about the run; empty when it is
   */
  public record ForMachines(Supplier<String> metrics, Supplier<Optional<String>> lack) {}

  /**
   * Begins to serve, at the port where this state folder's dashboard was served before. Where that
   * is taken, at one that is free.
   *
   * @throws dev.signalbox.error.SignalboxException {@code OUTPUT_FAILED} when nobody could be told
   *     where
   */
  public static Dashboard start(Shown shown) {
    PageLink link = PageLink.find(shown.folder()).orElseGet(PageLink::fresh);
    Javalin server = listening(shown, link);
    Dashboard dashboard = new Dashboard(server, link.at(server.port()));
    try {
      dashboard.link.publish(shown.folder());
      return dashboard;
    } catch (SignalboxException e) {
      dashboard.close();
      throw e;
    }
  }

  private static Javalin listening(Shown shown, PageLink link) {
    try {
      return server(shown, link).start(LOOPBACK, link.port());
    } catch (JavalinBindException e) {
      return server(shown, link).start(LOOPBACK, 0);
    }
  }

  private static Javalin server(Shown shown, PageLink link) {
    return Javalin.create(config -> configure(config, shown, link));
  }

  private static void configure(JavalinConfig config, Shown shown, PageLink link) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = Limits.REQUEST_BYTES_MAX;
    config.http.generateEtags = true;
    config.staticFiles.add(files -> {
      files.hostedPath = "/";
      files.directory = BUNDLE;
      files.location = Location.CLASSPATH;
    });
    PageGuard guard =
        new PageGuard(link.token(), FiguresToken.ofOrNew(shown.folder()), shown.proxy());
    config.routes.before(request -> {
      PageHeaders.add(request);
      guard.demandThisServer(request);
    });
    config.routes.before(
        "/api/*",
        request -> {
          guard.demandToken(request);
          request.header("Cache-Control", "no-store");
          // For nginx: a stream that is gathered first is none.
          request.header("X-Accel-Buffering", "no");
        });
    new MachinePages(shown.machines(), guard).addTo(config.routes);
    new Pages(shown).addTo(config.routes);
    config.routes.exception(HttpResponseException.class, Failures::refused);
    config.routes.exception(Exception.class, Failures::failed);
  }

  /** The address that a person opens. */
  public PageLink link() {
    return link;
  }

  @Override
  public void close() {
    server.stop();
  }
}
