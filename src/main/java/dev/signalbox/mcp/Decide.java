package dev.signalbox.mcp;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.control.AnswerJson;
import dev.signalbox.control.GateRef;
import dev.signalbox.view.AnswerText;
import dev.signalbox.view.GateView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code decide}: has the client ask the person, outside of the model. Nothing that the model says
 * is a decision: the one argument names the gate.
 */
record Decide(Desk desk) implements Verb {

  @Override
  public Sheet sheet() {
    return new Sheet(
        "decide",
        "Ask the person to decide",
        "Asks the person to decide a gate, by a form of the client's that shows the whole text it"
            + " is about. The decision is the person's alone and is not yours to give: this tool"
            + " takes no decision. Use it when the person said that they want to decide here. A"
            + " client without forms gets the command that the person types instead.",
        false,
        List.of(
            new Argument(
                RunVerbs.GATE, true, "The gate, such as 12-3fa9c1d2, as inbox lists it.")));
  }

  @Override
  public Reply answer(ToolInput input, Person person) {
    Optional<GateRef> ref = input.gate(RunVerbs.GATE);
    input.demandSound();
    String who = desk.person();
    Desk.Known known = desk.run();
    GateView gate = RunVerbs.find(known.run(), ref.orElseThrow());
    String how = RunVerbs.howToDecide(gate.gate(), desk.inCommands());
    if (!person.canBeAsked()) {
      return Reply.said(
          "Nothing was decided: this client cannot put a form before a person. " + how);
    }
    DecisionForm form = new DecisionForm(gate, known.run(), desk.inCommands());
    if (!form.isReadable()) {
      // A person never decides on a text that was cut.
      return Reply.said("Nothing was decided: the text is too long for a form. " + how);
    }
    return switch (person.ask(form.form())) {
      case Person.Heard.Declined _ ->
          Reply.said(
              "Nothing was decided: the person declined. The gate stays open. Do not ask again"
                  + " unless they want it. "
                  + how);
      case Person.Heard.Unanswered _ ->
          Reply.said(
              "Nothing was decided: the client brought no answer. The gate stays open. " + how);
      case Person.Heard.Filled(Map<String, Object> fields) ->
          switch (form.read(fields)) {
            case DecisionForm.Incomplete(String lack) ->
                Reply.said("Nothing was decided: " + lack + ". The gate stays open. " + how);
            case DecisionForm.Complete(GateDecision decision) -> decide(gate, decision, who);
          };
    };
  }

  /** Counts for the text that was shown, and no other. */
  private Reply decide(GateView gate, GateDecision decision, String who) {
    GateRef ref = new GateRef(gate.gate().number(), gate.gate().hash());
    Answer answer = desk.decide(ref, decision, who);
    Reply reply =
        Reply.document(
            AnswerText.of(ref.toString(), done(decision) + " by the person", answer),
            AnswerJson.write(answer));
    return switch (answer) {
      case Answer.Taken _, Answer.TakenBefore _, Answer.DecidedBefore _ -> reply;
      case Answer.Changed _, Answer.Refused _ -> reply.asError();
    };
  }

  private static String done(GateDecision decision) {
    return switch (decision) {
      case GateDecision.Approved _ -> "approved";
      case GateDecision.Rejected _ -> "rejected";
      case GateDecision.Answered _ -> "answered";
    };
  }
}
