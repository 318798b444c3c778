package dev.signalbox.control;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.plan.Usd;
import dev.signalbox.remote.Requests;
import dev.signalbox.session.Access;
import dev.signalbox.session.Question;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.Tokens;
import dev.signalbox.view.GateView;
import dev.signalbox.view.RunView;
import dev.signalbox.view.SessionView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the document of {@code status --json} back, as a surface in another process does. */
public final class RunJsonReader {
  private RunJsonReader() {}

  /**
   * The run of a status document.
   *
   * @throws IllegalArgumentException for a text that is none
   * @throws java.time.DateTimeException for a time that is none
   */
  public static RunView status(String text) {
    JsonFields json = JsonFields.parse(text);
    return new RunView(
        json.number("version"),
        Instant.parse(json.text("at")),
        head(json),
        json.objects("sessions").stream().map(RunJsonReader::session).toList(),
        json.objects("gates").stream().map(RunJsonReader::gate).toList());
  }

  private static RunView.Head head(JsonFields json) {
    return new RunView.Head(
        json.text("run"),
        json.text("plan"),
        new RunView.Course(
            (int) json.number("batch"),
            (int) json.number("batches"),
            (int) json.number("running"),
            (int) json.number("runningMax"),
            json.truth("isCancelled"),
            json.truth("isOver")),
        new RunView.Money(
            json.microUsd("costUsd"), json.usd("estimateUsd").orElse(Usd.ZERO), json.usd("capUsd")),
        json.find("notShown"));
  }

  private static SessionView session(JsonFields json) {
    return new SessionView(
        new SessionId(json.text("session")),
        new SessionView.Work(
            json.text("purpose"),
            json.text("phase"),
            json.text("title"),
            json.text("issue"),
            json.text("agent"),
            json.text("branch"),
            json.find("pullRequest")),
        new SessionView.Standing(
            json.text("state"),
            json.text("stateText"),
            json.truth("isOver"),
            json.find("reason"),
            json.find("commit")),
        new SessionView.Effort(
            json.find("elapsedSeconds").map(Long::parseLong).map(Duration::ofSeconds),
            json.microUsd("costUsd"),
            json.usd("estimateUsd"),
            (int) json.number("attempts"),
            new Requests(json.number("requests"), json.number("requestsUnchanged"))),
        json.find("lastOutput")
            .map(time ->
                new SessionView.Doing(
                    json.find("activity"),
                    json.find("progress"),
                    Instant.parse(time),
                    (int) json.number("contextPercent"),
                    new Tokens(
                        json.number("tokensInput"),
                        json.number("tokensCached"),
                        json.number("tokensOutput")))),
        json.strings("waitsFor"),
        new SessionView.Drift(
            json.objects("drift").stream()
                .map(file -> new SessionView.DriftFile(file.text("path"), file.text("kind")))
                .toList(),
            (int) json.number("driftMore")));
  }

  private static GateView gate(JsonFields json) {
    List<SessionId> sessions = json.strings("sessions").stream().map(SessionId::new).toList();
    Gate gate =
        new Gate(
            json.number("number"),
            GateKind.valueOf(json.text("kind").toUpperCase(Locale.ROOT)),
            sessions,
            json.text("title"),
            json.text("shown"),
            json.object("question").flatMap(RunJsonReader::question));
    if (!gate.hash().equals(json.text("hash"))) {
      throw new IllegalArgumentException("expected a gate with the hash of what it shows");
    }
    return new GateView(gate, json.find("opened").map(Instant::parse));
  }

  private static Optional<Question> question(JsonFields json) {
    String id = json.text("id");
    return switch (json.text("kind")) {
      case "permission" ->
          Optional.of(
              new Question.Permission(id, json.text("tool"), json.text("input"), Access.UNKNOWN));
      case "plan" -> Optional.of(new Question.PlanApproval(id, json.text("plan")));
      case "choice" ->
          Optional.of(
              new Question.Choice(
                  id, json.objects("items").stream().map(RunJsonReader::item).toList()));
      case "inquiry" ->
          json.objects("items").stream()
              .findFirst()
              .map(item -> new Question.Inquiry(id, item(item)));
      default -> Optional.empty();
    };
  }

  private static Question.Item item(JsonFields json) {
    return new Question.Item(json.text("text"), json.strings("options"), json.truth("isMultiple"));
  }
}
