package dev.signalbox.engine;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.Usd;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Question;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.TurnResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What follows from what an agent says. */
final class WorkRules {
  private WorkRules() {}

  static void heard(Deciding deciding, Input.Heard heard) {
    Session session = deciding.session(heard.session());
    Optional<Attempt> attempt = session.attempt();
    if (attempt.isEmpty() || attempt.get().number() != heard.attempt()) {
      return;
    }
    switch (session.state()) {
      case SessionState.Starting _, SessionState.Working _, SessionState.AwaitingDecision _ ->
          live(deciding, session, attempt.get(), heard.signal());
      case SessionState.Halted _ -> halted(deciding, session, attempt.get(), heard.signal());
      case SessionState.Exiting _, SessionState.Stopping _, SessionState.HandingOver _ ->
          leaving(deciding, session, heard.signal());
      case SessionState.Planned _,
          SessionState.Claimed _,
          SessionState.Preparing _,
          SessionState.BackingOff _,
          SessionState.InReview _,
          SessionState.MergeReady _,
          SessionState.Merged _,
          SessionState.Failed _,
          SessionState.Abandoned _,
          SessionState.TakenOver _ -> {
        // There is no attempt in these states, or one whose output only the person sees.
      }
    }
  }

  private static void live(
      Deciding deciding, Session session, Attempt attempt, AgentSignal signal) {
    SessionId id = session.id();
    switch (signal) {
      case AgentSignal.Identified identified -> identified(deciding, session, identified);
      case AgentSignal.StartConfirmed _ -> confirm(deciding, id, attempt);
      case AgentSignal.EstimateStated(Usd estimate) -> estimate(deciding, session, estimate);
      case AgentSignal.Asked(Question question) -> ask(deciding, session, question);
      case AgentSignal.QuestionClosed(String question) ->
          deciding.withdrawGates(id, "the agent asks no more", gate -> isAbout(gate, question));
      case AgentSignal.TaskCompleted _ -> complete(deciding, id, attempt);
      case AgentSignal.FeedbackAnswered answer -> FeedbackDelivery.answered(deciding, id, answer);
      case AgentSignal.SubagentRan _ -> MilestoneRules.subagentRan(deciding, id);
      case AgentSignal.ConflictFlagged(String text) -> conflict(deciding, session, text);
      case AgentSignal.FileChanged(String path) -> ScopeRules.changed(deciding, session, path);
      case AgentSignal.Retrying _ -> {
        // People see it in the live view; the agent itself goes on trying.
      }
      case AgentSignal.TurnEnded(TurnResult result) ->
          turnEnded(deciding, session, attempt, result);
    }
  }

  /** A halted agent was interrupted; what it still says is kept as far as it matters later. */
  private static void halted(
      Deciding deciding, Session session, Attempt attempt, AgentSignal signal) {
    switch (signal) {
      case AgentSignal.Identified identified -> identified(deciding, session, identified);
      case AgentSignal.StartConfirmed _ -> confirm(deciding, session.id(), attempt);
      case AgentSignal.EstimateStated(Usd estimate) -> estimate(deciding, session, estimate);
      case AgentSignal.Asked(Question question) -> ask(deciding, session, question);
      case AgentSignal.QuestionClosed(String question) ->
          deciding.withdrawGates(
              session.id(), "the agent asks no more", gate -> isAbout(gate, question));
      case AgentSignal.TurnEnded _ ->
          deciding.withdrawGates(
              session.id(), "the agent's turn is over", gate -> gate.question().isPresent());
      case AgentSignal.FileChanged(String path) -> ScopeRules.changed(deciding, session, path);
      case AgentSignal.SubagentRan _ -> MilestoneRules.subagentRan(deciding, session.id());
      case AgentSignal.FeedbackAnswered answer ->
          FeedbackDelivery.answered(deciding, session.id(), answer);
      case AgentSignal.TaskCompleted _, AgentSignal.ConflictFlagged _, AgentSignal.Retrying _ -> {
        // A person decides first; the agent is told to go on afterwards, and says these again.
      }
    }
  }

  private static void leaving(Deciding deciding, Session session, AgentSignal signal) {
    switch (signal) {
      case AgentSignal.Identified identified -> identified(deciding, session, identified);
      case AgentSignal.Asked(Question question) ->
          deciding.say(session.id(), new AgentMessage.Deny(question.id(), AgentText.ENDING));
      case AgentSignal.FileChanged(String path) -> ScopeRules.changed(deciding, session, path);
      case AgentSignal.SubagentRan _ -> MilestoneRules.subagentRan(deciding, session.id());
      case AgentSignal.FeedbackAnswered answer ->
          FeedbackDelivery.answered(deciding, session.id(), answer);
      case AgentSignal.StartConfirmed _,
          AgentSignal.EstimateStated _,
          AgentSignal.QuestionClosed _,
          AgentSignal.TaskCompleted _,
          AgentSignal.ConflictFlagged _,
          AgentSignal.Retrying _,
          AgentSignal.TurnEnded _ -> {
        // What it left in the workspace counts now, not what it says.
      }
    }
  }

  private static void identified(
      Deciding deciding, Session session, AgentSignal.Identified identified) {
    boolean isNew =
        !session.known().conversation().equals(Optional.of(identified.agentSessionId()))
            || (!identified.name().isEmpty()
                && !session.known().agentName().equals(Optional.of(identified.name())));
    if (isNew) {
      deciding.emit(
          new Fact.AgentIdentified(session.id(), identified.agentSessionId(), identified.name()));
    }
  }

  static void confirm(Deciding deciding, SessionId id, Attempt attempt) {
    if (!attempt.isConfirmed()) {
      deciding.emit(new Fact.StartConfirmed(id));
    }
  }

  private static void complete(Deciding deciding, SessionId id, Attempt attempt) {
    if (!attempt.isTaskComplete()) {
      deciding.emit(new Fact.TaskCompleted(id));
    }
  }

  private static void estimate(Deciding deciding, Session session, Usd estimate) {
    SessionId id = session.id();
    if (session.known().estimate().isPresent()) {
      return;
    }
    deciding.emit(new Fact.EstimateStated(id, estimate));
    Optional<Usd> checkpoint = deciding.spec().bounds().costCheckpoint();
    if (checkpoint.isPresent() && estimate.isMoreThan(checkpoint.get())) {
      deciding.openGate(
          GateKind.ESTIMATE,
          List.of(id),
          id + " estimates " + estimate + ". Go on?",
          "%s estimates that its work costs %s; the cost checkpoint is %s."
              .formatted(id, estimate, checkpoint.get()));
      deciding.say(id, new AgentMessage.Interrupt());
    }
  }

  private static boolean isAbout(Gate gate, String question) {
    return gate.question().map(asked -> asked.id().equals(question)).orElse(false);
  }

  private static void ask(Deciding deciding, Session session, Question question) {
    SessionId id = session.id();
    if (deciding.gatesOf(id).stream().anyMatch(gate -> isAbout(gate, question.id()))) {
      return;
    }
    switch (question) {
      case Question.Permission permission -> PermissionRules.ask(deciding, session, permission);
      case Question.PlanApproval plan ->
          deciding.openGate(
              GateKind.PLAN,
              List.of(id),
              id + " shows its plan",
              plan.plan(),
              Optional.of(question));
      case Question.Choice choice ->
          deciding.openGate(
              GateKind.QUESTION,
              List.of(id),
              id + " asks",
              items(choice.items()),
              Optional.of(question));
      case Question.Inquiry inquiry -> InquiryRules.open(deciding, id, inquiry, " asks");
    }
  }

  static String items(List<Question.Item> items) {
    List<String> lines = new ArrayList<>();
    for (Question.Item item : items) {
      lines.add(item.text());
      item.options().forEach(option -> lines.add("- " + option));
    }
    return String.join("\n", lines);
  }

  /** A flagged conflict halts the session, and those others at work that the text names. */
  static void conflict(Deciding deciding, Session session, String text) {
    List<SessionId> concerned = new ArrayList<>(List.of(session.id()));
    for (Session other : deciding.run().sessions()) {
      boolean isAtWork =
          other.state() instanceof SessionState.Working
              || other.state() instanceof SessionState.AwaitingDecision;
      if (!other.id().equals(session.id()) && isAtWork && isNamed(other, text)) {
        concerned.add(other.id());
      }
    }
    halt(
        deciding,
        GateKind.SEMANTIC,
        concerned,
        session.id() + " flags a conflict",
        SemanticText.shown(text, concerned.stream().map(deciding::session).toList()));
  }

  private static boolean isNamed(Session session, String text) {
    List<String> words = List.of(text.split("[^A-Za-z0-9._/#-]+", -1));
    return words.contains(session.id().value())
        || words.contains(session.spec().issue().value())
        || words.contains(session.spec().phase().value());
  }

  /** Interrupts the sessions and lets a person decide about them together. */
  static void halt(
      Deciding deciding, GateKind kind, List<SessionId> ids, String title, String shown) {
    for (SessionId id : ids) {
      deciding.say(id, new AgentMessage.Interrupt());
      deciding.emit(new Fact.SessionHalted(id, title));
    }
    deciding.openGate(kind, ids, title, shown);
  }

  private static void turnEnded(
      Deciding deciding, Session before, Attempt attempt, TurnResult result) {
    SessionId id = before.id();
    boolean isWaiting = InquiryRules.holds(deciding, id, attempt, result);
    deciding.withdrawGates(
        id,
        "the agent's turn is over",
        gate -> gate.question().isPresent() && !(isWaiting && InquiryRules.isOne(gate)));
    if (isWaiting || deciding.hasGate(id, GateKind.ESTIMATE)) {
      return;
    }
    if (attempt.isHandingOff() && !attempt.isTaskComplete()) {
      stop(deciding, id, Ending.Then.HAND_OFF, "its context window is full");
      return;
    }
    switch (result) {
      case TurnResult.Completed _ -> completed(deciding, deciding.session(id), attempt);
      case TurnResult.Interrupted _ -> askPerson(deciding, id, "was interrupted");
      case TurnResult.ServiceFailed(String reason) ->
          stop(deciding, id, Ending.Then.RETRY_SERVICE, reason);
      case TurnResult.LimitReached(String reason) ->
          stop(deciding, id, Ending.Then.RETRY_RESUMED, reason);
      case TurnResult.Failed(String reason) -> stop(deciding, id, Ending.Then.RETRY_FRESH, reason);
    }
  }

  static void stop(Deciding deciding, SessionId id, Ending.Then then, String reason) {
    deciding.emit(new Fact.StopRequested(id, new Ending(then, reason)));
  }

  private static void completed(Deciding deciding, Session session, Attempt attempt) {
    SessionId id = session.id();
    if (!attempt.isConfirmed()) {
      stop(
          deciding,
          id,
          Ending.Then.RETRY_FRESH,
          "expected the words 'Session started', found a turn without them");
    } else if (MilestoneRules.hasMilestones(deciding, id)) {
      deciding.emit(new Fact.MilestoneBegun(id, true));
    } else if (attempt.isTaskComplete()) {
      deciding.emit(new Fact.ExitCheckBegun(id, true));
    } else {
      unfinished(deciding, session);
    }
  }

  /** A turn is over, and the agent does not say that it is done. */
  static void unfinished(Deciding deciding, Session session) {
    SessionId id = session.id();
    if (loops(session.spec().work().exec())
        && session.tally().iteration() < Limits.TASK_ITERATIONS_MAX) {
      deciding.emit(new Fact.TaskContinued(id, session.tally().iteration() + 1));
      deciding.say(id, new AgentMessage.Say(AgentText.CONTINUE));
    } else {
      askPerson(deciding, id, "ended its turn without TASK_COMPLETE");
    }
  }

  private static void askPerson(Deciding deciding, SessionId id, String what) {
    deciding.emit(new Fact.SessionHalted(id, what));
    deciding.openGate(
        GateKind.TURN,
        List.of(id),
        id + " " + what,
        "%s %s. Its transcript and its workspace show how far it is.".formatted(id, what));
  }

  /** Whether the mode tries a task again by itself (mission context, execution engine). */
  private static boolean loops(ExecMode mode) {
    return switch (mode) {
      case QUICK, TDD, SPIKE -> true;
      case PAIR, CHECKPOINT, SWARM -> false;
    };
  }
}
