package dev.signalbox.engine;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.Gate;
import dev.signalbox.limit.CallLimits;
import dev.signalbox.session.AgentCall;
import dev.signalbox.session.Question;
import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Optional;

/** What follows when an agent calls one of its session's tools. A repeated call changes nothing. */
final class CallRules {
  private static final String GO_ON = "Go on";

  private CallRules() {}

  static Answer react(Deciding deciding, Input.Called called) {
    Session session = deciding.session(called.session());
    Optional<Attempt> attempt = session.attempt().filter(each -> each.number() == called.attempt());
    if (attempt.isEmpty()) {
      return new Answer.Refused(
          "this process is not the one that works on " + session.id() + " any more: end your turn");
    }
    return switch (session.state()) {
      case SessionState.Starting _, SessionState.Working _, SessionState.AwaitingDecision _ ->
          live(deciding, session, attempt.get(), called.call());
      case SessionState.Halted _ -> halted(deciding, session, attempt.get(), called.call());
      case SessionState.TakenOver _, SessionState.Exiting _ ->
          leaving(deciding, session, called.call());
      case SessionState.Stopping _,
          SessionState.HandingOver _,
          SessionState.Planned _,
          SessionState.Claimed _,
          SessionState.Preparing _,
          SessionState.BackingOff _,
          SessionState.InReview _,
          SessionState.MergeReady _,
          SessionState.Merged _,
          SessionState.Failed _,
          SessionState.Abandoned _ ->
          new Answer.Refused(AgentText.ENDING);
    };
  }

  private static Answer live(Deciding deciding, Session session, Attempt attempt, AgentCall call) {
    SessionId id = session.id();
    return switch (call) {
      case AgentCall.Started(String name) -> {
        WorkRules.confirm(deciding, id, attempt);
        yield named(deciding, id, name);
      }
      case AgentCall.Progress(String text) -> progress(deciding, session, text);
      case AgentCall.Ask(String text, List<String> options) ->
          ask(deciding, id, new Question.Item(text, options, false), " asks");
      case AgentCall.Checkpoint(String text) ->
          ask(
              deciding,
              id,
              new Question.Item(text, List.of(GO_ON), false),
              " asks for a checkpoint");
      case AgentCall.Conflict(String text) -> {
        WorkRules.conflict(deciding, session, text);
        yield new Answer.Taken();
      }
      case AgentCall.HandIn(String summary) -> handIn(deciding, session, summary);
    };
  }

  /** The registry shows it; who the conversation is, its program has told before. */
  private static Answer named(Deciding deciding, SessionId id, String name) {
    Session.Known known = deciding.session(id).known();
    if (!name.isEmpty() && !known.agentName().equals(Optional.of(name))) {
      known
          .conversation()
          .ifPresent(each -> deciding.emit(new Fact.AgentIdentified(id, each, name)));
    }
    return new Answer.Taken();
  }

  /** A person decides first; what it says of its work is kept. */
  private static Answer halted(
      Deciding deciding, Session session, Attempt attempt, AgentCall call) {
    return switch (call) {
      case AgentCall.Started _, AgentCall.Progress _, AgentCall.HandIn _ ->
          live(deciding, session, attempt, call);
      case AgentCall.Ask _, AgentCall.Checkpoint _, AgentCall.Conflict _ ->
          new Answer.Refused(
              session.id() + " is halted and a person decides about it: end your turn");
    };
  }

  /**
   * In its agent's own screen a person is there to be asked; at its exit nothing is left to ask.
   */
  private static Answer leaving(Deciding deciding, Session session, AgentCall call) {
    return switch (call) {
      case AgentCall.Started(String name) -> named(deciding, session.id(), name);
      case AgentCall.Progress(String text) -> progress(deciding, session, text);
      case AgentCall.HandIn(String summary) -> handIn(deciding, session, summary);
      case AgentCall.Ask _, AgentCall.Checkpoint _, AgentCall.Conflict _ ->
          new Answer.Refused(
              session.state() instanceof SessionState.TakenOver
                  ? "a person has taken this session over: ask them here"
                  : AgentText.ENDING);
    };
  }

  private static Answer progress(Deciding deciding, Session session, String text) {
    Session.Told told = session.known().told();
    return told.progress().equals(Optional.of(text))
        ? new Answer.TakenBefore()
        : tell(deciding, told, new Fact.ProgressTold(session.id(), text));
  }

  private static Answer tell(Deciding deciding, Session.Told told, Fact fact) {
    if (told.times() >= CallLimits.TOLD_MAX) {
      return new Answer.Refused(
          "expected at most %d times, found more".formatted(CallLimits.TOLD_MAX));
    }
    deciding.emit(fact);
    return new Answer.Taken();
  }

  private static Answer ask(Deciding deciding, SessionId id, Question.Item item, String what) {
    List<Question.Item> open =
        deciding.gatesOf(id).stream()
            .map(Gate::question)
            .flatMap(Optional::stream)
            .filter(Question.Inquiry.class::isInstance)
            .map(question -> ((Question.Inquiry) question).item())
            .toList();
    if (open.contains(item)) {
      return new Answer.TakenBefore();
    }
    if (open.size() >= CallLimits.INQUIRIES_OPEN_MAX) {
      return new Answer.Refused(
          "%d questions of yours wait for a person already: end your turn".formatted(open.size()));
    }
    String name = "inquiry-" + (deciding.run().sequence() + 1);
    InquiryRules.open(deciding, id, new Question.Inquiry(name, item), what);
    return new Answer.Taken();
  }

  private static Answer handIn(Deciding deciding, Session session, String summary) {
    if (session.state() instanceof SessionState.Exiting(var _, var step, var _)
        && !(step instanceof SessionState.ExitStep.Checking
            || step instanceof SessionState.ExitStep.Reviewing)) {
      return new Answer.Refused(AgentText.ENDING);
    }
    List<String> problems =
        session.spec().work().purpose() == Purpose.REVIEW
            ? HandIn.problems(deciding, session.id(), summary)
            : List.of();
    if (!problems.isEmpty()) {
      return new Answer.Refused(
          "expected the review as it was asked for, found:\n- " + String.join("\n- ", problems));
    }
    Session.Told told = session.known().told();
    return told.isHandedIn() && told.summary().equals(Optional.of(summary))
        ? new Answer.TakenBefore()
        : tell(deciding, told, new Fact.SummaryHandedIn(session.id(), summary));
  }
}
