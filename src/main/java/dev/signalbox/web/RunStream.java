package dev.signalbox.web;

import dev.signalbox.control.RunJson;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.view.RunView;
import io.javalin.http.sse.SseClient;
import java.time.Duration;

/**
 * A run's changes for one page, as server-sent events: {@code run} has all of it, {@code change}
 * what is different since the event before. An event's id is the version of the run that it leads
 * to. A page that lost its connection names the last id that it saw and is told what is different
 * since; where that is not known any more, or of another start of the engine, it is told all.
 */
final class RunStream {
  /** So often something is sent at least: only then it shows that nobody listens any more. */
  private static final Duration PULSE = Duration.ofSeconds(10);

  private final LiveRun run;

  RunStream(LiveRun run) {
    this.run = run;
  }

  /** Sends until the page is gone or the engine stops. */
  void serve(SseClient page) {
    try {
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
    } catch (SignalboxException e) {
      // The engine has stopped, and says so itself; the page sees that its connection ended.
      page.close();
    }
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
