package dev.signalbox.web;

import dev.signalbox.control.AnswerJson;
import dev.signalbox.control.Command;
import dev.signalbox.control.CommandJson;
import dev.signalbox.control.FeedbackJson;
import dev.signalbox.control.Records;
import dev.signalbox.control.ReviewsJson;
import dev.signalbox.control.RunJson;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.view.FeedbackRow;
import dev.signalbox.view.RunLine;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What pages ask for and tell. Documents are those of {@code --json} where a command has one. */
final class Pages {
  private static final String JSON = "application/json";

  /** So many runs and things that came in are listed. */
  private static final int LINES_MAX = 200;

  private final Dashboard.Shown shown;
  private final LiveRun run;

  Pages(Dashboard.Shown shown) {
    this.shown = shown;
    this.run = new LiveRun(shown.control(), shown.told().start());
  }

  void addTo(RoutesConfig routes) {
    routes.get("/api/run", request -> answer(request, RunJson.status(run.look())));
    routes.sse("/api/events", new RunStream(run, shown.told().absence())::serve);
    routes.get("/api/plan", request -> answer(request, shown.told().plan().plan().get()));
    routes.get("/api/choices", request -> answer(request, shown.told().plan().choices().get()));
    routes.get("/api/timeline", this::timeline);
    routes.get("/api/reviews", this::reviews);
    routes.get("/api/runs", request -> answer(request, RunsJson.write(runs())));
    routes.get("/api/feedback", request -> answer(request, FeedbackJson.write(feedback())));
    routes.get("/api/sessions/{session}/transcript", this::transcript);
    Command.WORDS.forEach(word -> routes.post("/api/" + word, request -> tell(word, request)));
  }

  /** A command that a person gives; who they are is not the page's to say. */
  private void tell(String word, Context request) {
    Command command = CommandJson.read(word, request.body(), shown.person());
    answer(request, AnswerJson.write(command.to(shown.control())));
  }

  private void timeline(Context request) {
    answer(request, TimelineJson.write(shown.records().report(folder(), run(request))));
  }

  private void reviews(Context request) {
    answer(request, ReviewsJson.write(shown.records().reviews(folder(), run(request))));
  }

  private void transcript(Context request) {
    SessionId session = new SessionId(request.pathParam("session"));
    Records.Which last = which(session, OptionalInt.empty());
    int attempts = shown.records().lastAttempt(last);
    int attempt = number(request, "attempt").orElse(attempts);
    if (attempt == attempts + 1) {
      // It is begun, and its process is not there yet: an open page asks as soon as it hears of it.
      answer(request, TranscriptPage.before(attempt, attempts).json());
      return;
    }
    Records.Log log = shown.records().log(which(session, OptionalInt.of(attempt)));
    answer(request, TranscriptPage.of(log, attempt, attempts, number(request, "from")).json());
  }

  private Records.Which which(SessionId session, OptionalInt attempt) {
    return new Records.Which(folder(), Optional.empty(), session, attempt);
  }

  private List<RunLine> runs() {
    return shown.records().runs(folder(), LINES_MAX);
  }

  private List<FeedbackRow> feedback() {
    return shown.records().feedback(folder(), LINES_MAX);
  }

  /** The run that is named; empty: the one that goes on. */
  private static Optional<RunId> run(Context request) {
    return Optional.ofNullable(request.queryParam("run")).map(RunId::new);
  }

  private Optional<String> folder() {
    return Optional.of(shown.folder().toString());
  }

  private static Optional<Integer> number(Context request, String name) {
    return Optional.ofNullable(request.queryParam(name))
        .map(text -> {
          if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(name + ": expected a number from 0");
          }
          return Integer.valueOf(text);
        });
  }

  private static void answer(Context request, String document) {
    request.contentType(JSON).result(document);
  }
}
