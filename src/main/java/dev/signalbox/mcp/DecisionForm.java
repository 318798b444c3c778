package dev.signalbox.mcp;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.session.Question;
import dev.signalbox.view.GateView;
import dev.signalbox.view.InboxText;
import dev.signalbox.view.RunView;
import dev.signalbox.view.TableText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person is asked about a gate, and what they filled in.
 *
 * @param options that stand in commands about the same state folder
 */
record DecisionForm(GateView gate, RunView run, String options) {
  private static final String DECISION = "decision";
  private static final String WHY = "why";
  private static final String ANSWER = "answer";
  private static final String APPROVE = "approve";
  private static final String REJECT = "reject";

  /** Characters of a form that a person still reads in a dialog; longer ones are cut by clients. */
  private static final int CHARS_MAX = 20_000;

  /** What was filled in. */
  sealed interface Filled {}

  record Complete(GateDecision decision) implements Filled {}

  /**
   * No decision.
   *
   * @param lack what it lacks
   */
  record Incomplete(String lack) implements Filled {}

  /** Whether all of it can be shown. */
  boolean isReadable() {
    return text().length() <= CHARS_MAX;
  }

  Person.Form form() {
    return new Person.Form(text(), schema());
  }

  private String text() {
    return "Signalbox, run "
        + run.head().run()
        + ": your decision.\n"
        + String.join("\n", InboxText.whole(gate, run.at(), options));
  }

  /** Only texts, and one choice that has no default: a person makes it. */
  private Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(
        DECISION,
        Map.of(
            "type",
            "string",
            "title",
            "Your decision",
            "description",
            "approve: %s. reject: %s."
                .formatted(gate.gate().kind().ifApproved(), gate.gate().kind().ifRejected()),
            "enum",
            gate.takesWords() ? List.of(APPROVE, REJECT, ANSWER) : List.of(APPROVE, REJECT)));
    properties.put(WHY, field("The reason, where you reject"));
    List<String> questions = questions();
    for (int i = 0; i < questions.size(); i++) {
      properties.put(ANSWER + (i + 1), field(questions.get(i)));
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", List.of(DECISION));
    return schema;
  }

  private static Map<String, Object> field(String title) {
    return Map.of("type", "string", "title", title);
  }

  /** What each answer in words is to. */
  private List<String> questions() {
    if (!gate.takesWords()) {
      return List.of();
    }
    return gate.gate().question().orElse(null) instanceof Question.Choice choice
        ? choice.items().stream().map(item -> TableText.plain(item.text())).toList()
        : List.of("Your answer in words");
  }

  /** Takes what is there, and guesses nothing. */
  Filled read(Map<String, Object> fields) {
    return switch (text(fields, DECISION)) {
      case APPROVE -> new Complete(new GateDecision.Approved());
      case REJECT -> new Complete(new GateDecision.Rejected(text(fields, WHY)));
      case ANSWER -> answered(fields);
      default -> new Incomplete("the form came back without a decision");
    };
  }

  private Filled answered(Map<String, Object> fields) {
    List<String> answers = new ArrayList<>();
    for (int i = 1; i <= questions().size(); i++) {
      String answer = text(fields, ANSWER + i);
      if (answer.isBlank()) {
        return new Incomplete("answer " + i + " is empty");
      }
      answers.add(answer);
    }
    return answers.isEmpty()
        ? new Incomplete("this gate takes yes or no")
        : new Complete(new GateDecision.Answered(answers));
  }

  private static String text(Map<String, Object> fields, String name) {
    return fields.get(name) instanceof String text ? text : "";
  }
}
