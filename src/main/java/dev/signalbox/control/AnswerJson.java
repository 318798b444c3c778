package dev.signalbox.control;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.approval.Settled;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** An answer in JSON, both ways: {@code {"answer":"taken"}} and so on. */
public final class AnswerJson {
  private AnswerJson() {}

  /** The document of one answer. */
  public static String write(Answer answer) {
    return JsonText.document(json -> fields(json, answer));
  }

  /** One answer for each thing that a command named, as {@code {"answers":[{"to":...},...]}}. */
  public static String write(List<AnswerTo> answers) {
    return JsonText.document(json ->
        json.array(
            "answers",
            answers,
            one ->
                json.object(() -> {
                  json.text("to", one.what());
                  fields(json, one.answer());
                })));
  }

  /** What was answered about which thing. */
  public record AnswerTo(String what, Answer answer) {}

  private static void fields(JsonText json, Answer answer) {
    switch (answer) {
      case Answer.Taken _ -> json.text("answer", "taken");
      case Answer.TakenBefore _ -> json.text("answer", "taken-before");
      case Answer.Changed(String now) -> {
        json.text("answer", "changed");
        json.text("now", now);
      }
      case Answer.DecidedBefore(Settled settled) -> {
        json.text("answer", "decided-before");
        json.text("kind", settled.kind().word());
        json.text("hash", settled.hash());
        DecisionJson.write(json, settled.decision());
        json.text("who", settled.who());
        json.text("at", settled.at().toString());
      }
      case Answer.Refused(String reason) -> {
        json.text("answer", "refused");
        json.text("reason", reason);
      }
    }
  }

  /**
   * Reads an answer back.
   *
   * @throws IllegalArgumentException for a text that is none
   */
  public static Answer read(String text) {
    JsonFields json = JsonFields.parse(text);
    return switch (json.text("answer")) {
      case "taken" -> new Answer.Taken();
      case "taken-before" -> new Answer.TakenBefore();
      case "changed" -> new Answer.Changed(json.text("now"));
      case "decided-before" -> new Answer.DecidedBefore(settled(json));
      case "refused" -> new Answer.Refused(json.text("reason"));
      default -> throw new IllegalArgumentException("expected an answer, found " + text);
    };
  }

  private static Settled settled(JsonFields json) {
    GateDecision decision = DecisionJson.read(json);
    return new Settled(
        GateKind.valueOf(json.text("kind").toUpperCase(Locale.ROOT)),
        json.text("hash"),
        decision,
        json.text("who"),
        Instant.parse(json.text("at")));
  }
}
