package dev.signalbox.web;

import dev.signalbox.control.JsonText;
import dev.signalbox.control.RunJson;
import dev.signalbox.view.RunView;
import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.util.Optional;

/**
 * A run's changes for one page, as server-sent events: {@code run} has all of it, {@code change}
 * what is different since the event before. An event's id is the version of the run that it leads
 * to. A page that lost its connection names the last id that it saw and is told what is different
 * since; where that is not known any more, or of another start of the engine, it is told all. Where
 * no engine runs, {@code absence} comes first and says how to start one.
 */
final class RunStream {
  /** So often something is sent at least: only then it shows that nobody listens any more. */
  private static final Duration PULSE = Duration.ofSeconds(10);

  private final LiveRun run;
  private final Optional<Dashboard.Absence> absence;

  /**
   * The stream.
   *
   * @param absence told first, where no engine runs
   */
  RunStream(LiveRun run, Optional<Dashboard.Absence> absence) {
    this.run = run;
    this.absence = absence;
  }

  /**
   * Sends until the page is gone or the engine stops. Nothing that happens then leaves this method:
   * the answer is gone with the page, and the server would try for ever to answer that it failed.
   */
  void serve(SseClient page) {
    try {
      follow(page);
    } catch (RuntimeException e) {
      // The page is gone, or the engine stops: nobody is left to hear of it.
    }
  }

  private void follow(SseClient page) {
    absence.ifPresent(told -> page.sendEvent("absence", json(told)));
    RunView shown = begin(page);
    while (!page.terminated()) {
      RunView now = run.await(shown.version(), PULSE);
      if (now.version() == shown.version()) {
        page.sendComment("still here");
      } else {
        page.sendEvent("change", RunJson.change(shown, now), run.id(now));
        shown = now;
      }
    }
  }

  private static String json(Dashboard.Absence absence) {
    return JsonText.document(json -> {
      json.truth("hasRun", absence.hasRun());
      json.text("command", absence.command());
    });
  }

  private RunView begin(SseClient page) {
    String last = page.ctx().header("Last-Event-ID");
    RunView now = run.look();
    if (last == null) {
      page.sendEvent("run", RunJson.status(now), run.id(now));
    } else {
      run.seen(last)
          .ifPresentOrElse(
              before -> page.sendEvent("change", RunJson.change(before, now), run.id(now)),
              () -> page.sendEvent("run", RunJson.status(now), run.id(now)));
    }
    return now;
  }
}
