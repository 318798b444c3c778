package dev.signalbox.control;

import dev.signalbox.approval.GateDecision;
import java.util.List;

/** A decision as fields of a JSON object: {@code decision}, {@code why}, {@code answers}. */
final class DecisionJson {
  private DecisionJson() {}

  static void write(JsonText json, GateDecision decision) {
    switch (decision) {
      case GateDecision.Approved _ -> json.text("decision", "approve");
      case GateDecision.Rejected(String why) -> {
        json.text("decision", "reject");
        json.text("why", why);
      }
      case GateDecision.Answered(List<String> answers) -> {
        json.text("decision", "answer");
        json.strings("answers", answers);
      }
    }
  }

  static GateDecision read(JsonFields json) {
    String word = json.text("decision");
    return switch (word) {
      case "approve" -> new GateDecision.Approved();
      case "reject" -> new GateDecision.Rejected(json.find("why").orElse(""));
      case "answer" -> new GateDecision.Answered(json.strings("answers"));
      default ->
          throw new IllegalArgumentException(
              "expected approve, reject or answer as decision, found " + word);
    };
  }
}
