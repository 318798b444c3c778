package dev.signalbox.runner.acp;

import dev.signalbox.plan.LaunchMode;
import dev.signalbox.session.AgentMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What an agent is told in answer to its questions. */
final class Answers {
  private final Questions questions;
  private final AcpProgram program;

  /** Whether the agent may only plan so far, and says so to its model itself. */
  private boolean isPlanning;

  Answers(Questions questions, AcpProgram program, boolean isPlanning) {
    this.questions = questions;
    this.program = program;
    this.isPlanning = isPlanning;
  }

  /** The lines of an answer; none to a question that nobody asked. */
  List<String> lines(String session, long sequence, AgentMessage message) {
    said(message);
    return switch (message) {
      case AgentMessage.Allow(String id) ->
          questions
              .find(id)
              .map(asked -> List.of(asked.answer(Questions.yes(asked))))
              .orElse(List.of());
      case AgentMessage.Deny(String id, String _) ->
          questions
              .find(id)
              .map(asked -> List.of(asked.answer(Questions.no(asked))))
              .orElse(List.of());
      case AgentMessage.ApprovePlan(String id, boolean isAsking) ->
          questions
              .find(id)
              .map(asked -> approved(session, sequence, asked, isAsking))
              .orElse(List.of());
      // The protocol has no such question.
      case AgentMessage.Choose _,
          AgentMessage.Say _,
          AgentMessage.Interrupt _,
          AgentMessage.EndInput _ ->
          List.of();
    };
  }

  /** Takes note of an answer. */
  void said(AgentMessage message) {
    switch (message) {
      case AgentMessage.Allow(String id) -> questions.answer(id);
      case AgentMessage.Deny(String id, String _) -> questions.answer(id);
      case AgentMessage.ApprovePlan(String id, boolean _) -> {
        questions.answer(id);
        isPlanning = false;
      }
      case AgentMessage.Choose _,
          AgentMessage.Say _,
          AgentMessage.Interrupt _,
          AgentMessage.EndInput _ -> {
        // No answer.
      }
    }
  }

  /** The reason of a refusal, as the next prompt. */
  Optional<AgentMessage> rest(AgentMessage message) {
    return message instanceof AgentMessage.Deny(String id, String why)
        ? questions
            .find(id)
            .filter(asked -> !why.isBlank() && (asked.isPlan() || !isPlanning))
            .map(asked -> new AgentMessage.Say(refusal(asked, why)))
        : Optional.empty();
  }

  private static String refusal(Questions.Asked asked, String why) {
    return asked.isPlan()
        ? "Your plan is not approved yet. " + why
        : "This was denied: " + asked.about() + "\n" + why;
  }

  /** The turn is to end: nothing that is open will be answered otherwise. */
  List<String> interrupt(String session) {
    List<String> lines = new ArrayList<>();
    ObjectNode params = Outgoing.object().put("sessionId", session);
    lines.add(Outgoing.notification("session/cancel", params));
    questions
        .open()
        .forEach((id, asked) -> {
          questions.answer(id);
          lines.add(asked.answer(Optional.empty()));
        });
    return lines;
  }

  /**
   * Yes to a plan, and on in the mode to the end of the conversation: where that mode is among the
   * answers it is chosen, else the session is set to it.
   */
  private List<String> approved(
      String session, long sequence, Questions.Asked asked, boolean isAsking) {
    Optional<SessionStep> step = program.step(isAsking ? LaunchMode.ASK : LaunchMode.BYPASS);
    Optional<String> offered = step.flatMap(mode -> asked.into(mode.word()));
    if (offered.isPresent()) {
      return List.of(asked.answer(offered));
    }
    List<String> lines = new ArrayList<>(List.of(asked.answer(Questions.yes(asked))));
    step.ifPresent(mode ->
        lines.add(SessionSettings.request(session, mode, "signalbox-approved-" + sequence)));
    return lines;
  }
}
