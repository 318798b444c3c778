package dev.signalbox.control;

import dev.signalbox.approval.Gate;
import dev.signalbox.session.Question;
import dev.signalbox.session.SessionId;
import dev.signalbox.view.GateView;
import java.util.List;

/** A gate in JSON, with the whole text that the decision is about. */
final class GateJson {
  private GateJson() {}

  static void write(JsonText json, GateView view) {
    Gate gate = view.gate();
    json.text("gate", gate.id().toString());
    json.number("number", gate.number());
    json.text("hash", gate.hash());
    json.text("kind", gate.kind().word());
    json.strings("sessions", gate.sessions().stream().map(SessionId::value).toList());
    json.text("opened", view.opened().map(Object::toString));
    json.text("title", gate.title());
    json.text("shown", gate.shown());
    json.text("ifApproved", gate.kind().ifApproved());
    json.text("ifRejected", gate.kind().ifRejected());
    json.truth("takesWords", view.takesWords());
    if (gate.question().isPresent()) {
      json.object("question", () -> question(json, gate.question().get()));
    } else {
      json.nothing("question");
    }
  }

  private static void question(JsonText json, Question question) {
    json.text("id", question.id());
    switch (question) {
      case Question.Permission permission -> {
        json.text("kind", "permission");
        json.text("tool", permission.tool());
        json.text("input", permission.input());
      }
      case Question.PlanApproval plan -> {
        json.text("kind", "plan");
        json.text("plan", plan.plan());
      }
      case Question.Choice choice -> {
        json.text("kind", "choice");
        json.array("items", choice.items(), item -> json.object(() -> item(json, item)));
      }
      case Question.Inquiry inquiry -> {
        json.text("kind", "inquiry");
        json.array("items", List.of(inquiry.item()), item -> json.object(() -> item(json, item)));
      }
    }
  }

  private static void item(JsonText json, Question.Item item) {
    json.text("text", item.text());
    json.strings("options", item.options());
    json.truth("isMultiple", item.isMultiple());
  }
}
