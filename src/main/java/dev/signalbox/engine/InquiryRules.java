package dev.signalbox.engine;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.document.CodeFence;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.Question;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.TurnResult;
import java.util.List;
import java.util.Optional;

/**
 * What an agent asks with its tools. It stays open when the turn ends, and holds the session until
 * a person answers; the answer is said to the agent.
 */
final class InquiryRules {
  private InquiryRules() {}

  /** Whether the gate is about one. */
  static boolean isOne(Gate gate) {
    return gate.question().orElse(null) instanceof Question.Inquiry;
  }

  /** Whether the turn that ended so leaves the session waiting for an answer. */
  static boolean holds(Deciding deciding, SessionId id, Attempt attempt, TurnResult result) {
    return result instanceof TurnResult.Completed
        && (!attempt.isHandingOff() || attempt.isTaskComplete())
        && deciding.gatesOf(id).stream().anyMatch(InquiryRules::isOne);
  }

  static void open(Deciding deciding, SessionId id, Question.Inquiry inquiry, String what) {
    deciding.openGate(
        GateKind.QUESTION,
        List.of(id),
        id + what,
        WorkRules.items(List.of(inquiry.item())),
        Optional.of(inquiry));
  }

  /** Why the gate does not take that decision. */
  static Optional<String> misfit(
      Deciding deciding, Gate gate, Question.Inquiry inquiry, GateDecision decision) {
    SessionId id = gate.sessions().getFirst();
    if (deciding.session(id).state() instanceof SessionState.Halted) {
      return Optional.of(id + " is halted: decide that first, and then answer it");
    }
    return switch (decision) {
      case GateDecision.Approved _ when inquiry.item().options().isEmpty() ->
          Optional.of("expected an answer in words: it offers nothing to choose from");
      case GateDecision.Answered(List<String> answers) when answers.size() != 1 ->
          Optional.of("expected one answer, found " + answers.size());
      case GateDecision.Approved _, GateDecision.Answered _, GateDecision.Rejected _ ->
          Optional.empty();
    };
  }

  /** What the agent is told. */
  static AgentMessage answer(Question.Inquiry inquiry, GateDecision decision) {
    String asked = String.join("\n", CodeFence.block("", inquiry.item().text()));
    String said =
        switch (decision) {
          case GateDecision.Approved _ -> "The answer:\n\n" + GateRules.firstOption(inquiry.item());
          case GateDecision.Answered(List<String> answers) ->
              "The answer:\n\n" + String.join("\n", answers);
          case GateDecision.Rejected(String why) ->
              "They give no answer" + (why.isEmpty() ? "." : ":\n\n" + why);
        };
    return new AgentMessage.Say("A person looked at what you asked:\n\n" + asked + "\n\n" + said);
  }
}
