package dev.signalbox.control;

import dev.signalbox.session.SessionId;
import dev.signalbox.view.GateView;
import dev.signalbox.view.RunView;
import dev.signalbox.view.SessionView;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The documents of {@code status}, {@code inbox} and {@code sessions} with {@code --json}, which
 * are also what the engine answers. Money is in dollars, times are UTC in ISO 8601, what is not
 * known is null. {@link RunJsonReader} reads them back.
 */
public final class RunJson {
  private final JsonText json;

  private RunJson(JsonText json) {
    this.json = json;
  }

  /** Everything, of a running engine. */
  public static String status(RunView run) {
    return status(run, true);
  }

  /**
   * Everything.
   *
   * @param isEngineRunning whether an engine said it, and not the journal alone
   */
  public static String status(RunView run, boolean isEngineRunning) {
    return write(json -> {
      json.head(run);
      json.json.truth("isEngineRunning", isEngineRunning);
      json.sessions(run.sessions());
      json.inbox(run.inbox());
    });
  }

  /**
   * What is different in {@code now}: the run itself, those sessions that changed or are new, and
   * the whole inbox if it changed, else null. No session of a run ever goes away.
   */
  public static String change(RunView before, RunView now) {
    Map<SessionId, SessionView> known =
        before.sessions().stream().collect(Collectors.toMap(SessionView::id, Function.identity()));
    List<SessionView> changed =
        now.sessions().stream()
            .filter(session -> !session.equals(known.get(session.id())))
            .toList();
    return write(json -> {
      json.head(now);
      json.sessions(changed);
      if (now.inbox().equals(before.inbox())) {
        json.json.nothing("gates");
      } else {
        json.inbox(now.inbox());
      }
    });
  }

  /** The run's name and its open gates. */
  public static String inbox(RunView run) {
    return write(json -> {
      json.name(run);
      json.inbox(run.inbox());
    });
  }

  /**
   * The run's name and its sessions.
   *
   * @param isEngineRunning whether an engine said it, and not the journal alone
   */
  public static String sessions(RunView run, boolean isEngineRunning) {
    return write(json -> {
      json.name(run);
      json.json.truth("isEngineRunning", isEngineRunning);
      json.sessions(run.sessions());
    });
  }

  private static String write(java.util.function.Consumer<RunJson> content) {
    return JsonText.document(json -> content.accept(new RunJson(json)));
  }

  private void name(RunView run) {
    json.text("run", run.head().run());
    json.text("at", run.at().toString());
    json.number("version", run.version());
  }

  private void head(RunView run) {
    name(run);
    RunView.Course course = run.head().course();
    RunView.Money money = run.head().money();
    json.text("plan", run.head().plan());
    json.text("notShown", run.head().refusal());
    json.truth("isCancelled", course.isCancelled());
    json.truth("isOver", course.isOver());
    json.number("batch", course.batch());
    json.number("batches", course.batches());
    json.number("running", course.running());
    json.number("runningMax", course.runningMax());
    json.microUsd("costUsd", money.microUsd());
    json.usd("estimateUsd", java.util.Optional.of(money.estimate()));
    json.usd("capUsd", money.cap());
  }

  private void sessions(List<SessionView> sessions) {
    json.array("sessions", sessions, session -> json.object(() -> session(session)));
  }

  private void session(SessionView session) {
    json.text("session", session.id().value());
    json.text("purpose", session.work().purpose());
    json.text("phase", session.work().phase());
    json.text("title", session.work().title());
    json.text("issue", session.work().issue());
    json.text("agent", session.work().agent());
    json.text("branch", session.work().branch());
    json.text("pullRequest", session.work().pullRequest());
    SessionView.Standing standing = session.standing();
    json.text("state", standing.word());
    json.text("stateText", standing.text());
    json.truth("isOver", standing.isOver());
    json.text("reason", standing.reason());
    json.text("commit", standing.commit());
    SessionView.Effort effort = session.effort();
    json.number("elapsedSeconds", effort.elapsed().map(java.time.Duration::toSeconds));
    json.microUsd("costUsd", effort.microUsd());
    json.usd("estimateUsd", effort.estimate());
    json.number("attempts", effort.attempts());
    json.number("requests", effort.requests().counted());
    json.number("requestsUnchanged", effort.requests().unchanged());
    json.text("activity", session.doing().flatMap(SessionView.Doing::activity));
    json.text("progress", session.doing().flatMap(SessionView.Doing::progress));
    json.text("lastOutput", session.doing().map(doing -> doing.lastOutput().toString()));
    json.number("contextPercent", session.doing().map(doing -> (long) doing.contextPercent()));
    json.number("tokensInput", session.doing().map(doing -> doing.tokens().input()));
    json.number("tokensCached", session.doing().map(doing -> doing.tokens().cached()));
    json.number("tokensOutput", session.doing().map(doing -> doing.tokens().output()));
    json.strings("waitsFor", session.waitsFor());
    json.array("drift", session.drift().files(), file -> json.object(() -> drift(file)));
    json.number("driftMore", session.drift().more());
  }

  private void drift(SessionView.DriftFile file) {
    json.text("path", file.path());
    json.text("kind", file.kind());
  }

  private void inbox(List<GateView> gates) {
    json.array("gates", gates, gate -> json.object(() -> GateJson.write(json, gate)));
  }
}
