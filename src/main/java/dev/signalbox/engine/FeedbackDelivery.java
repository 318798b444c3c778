package dev.signalbox.engine;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Feedback.Fate;
import dev.signalbox.engine.Feedback.Stage;
import dev.signalbox.engine.SessionState.MergeStep;
import dev.signalbox.engine.SessionState.ReviewStep;
import dev.signalbox.feedback.Destination;
import dev.signalbox.limit.Limits;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a session's agent hears of feedback: at once while it works, by resuming it when it has
 * ended, some of it at a time; and how it answers.
 */
final class FeedbackDelivery {
  private FeedbackDelivery() {}

  static void tick(Deciding deciding, SessionId id) {
    leftByTheAgent(deciding, id);
    List<Feedback> waiting = waiting(deciding, id);
    if (waiting.isEmpty()) {
      return;
    }
    Session session = deciding.session(id);
    if (session.isOver()) {
      waiting.forEach(each -> late(deciding, each));
    } else if (OutsideRules.isHeldBack(deciding, session)) {
      // A person decides about it with what the reviewers find.
    } else if (waiting.stream().anyMatch(each -> each.told() >= Limits.FEEDBACK_TELLS_MAX)) {
      askAll(deciding, session, waiting);
    } else if (isQuiet(waiting, deciding.at())) {
      tell(deciding, session, waiting);
    }
  }

  /** What the session has yet to hear of. */
  static List<Feedback> waiting(Deciding deciding, SessionId id) {
    return deciding.run().feedback().stream()
        .filter(each -> each.isFor(id) && each.stage() instanceof Stage.Waiting)
        .toList();
  }

  /** Its agent, or a person, was told, and the session came to its end without an answer. */
  private static void leftByTheAgent(Deciding deciding, SessionId id) {
    if (deciding.session(id).isOver() && !deciding.hasGate(id, GateKind.FAILURE)) {
      deciding.run().feedback().stream()
          .filter(each -> each.isFor(id) && isLeft(deciding, each.stage()))
          .forEach(each -> late(deciding, each));
    }
  }

  /** A question about it went away with the session. */
  private static boolean isLeft(Deciding deciding, Stage stage) {
    return stage instanceof Stage.Told
        || (stage instanceof Stage.Asked(long gate) && deciding.run().gate(gate).isEmpty());
  }

  /** Reviewers say several things in a row: they are told together. */
  private static boolean isQuiet(List<Feedback> waiting, Instant now) {
    Instant first = waiting.getFirst().at();
    Instant last = waiting.getLast().at();
    return !last.plus(Limits.FEEDBACK_QUIET).isAfter(now)
        || !first.plus(Limits.FEEDBACK_DELAY_MAX).isAfter(now);
  }

  /** The session was over before it could hear of it, or answer. */
  private static void late(Deciding deciding, Feedback feedback) {
    if (feedback.isRequired()) {
      FeedbackRules.ask(deciding, feedback, "Its session is over and has not dealt with it.");
    } else {
      FeedbackRules.settle(
          deciding,
          feedback,
          Fate.LEFT,
          "Signalbox",
          "the session was over before it dealt with it");
    }
  }

  private static void tell(Deciding deciding, Session session, List<Feedback> waiting) {
    SessionId id = session.id();
    switch (session.state()) {
      case SessionState.Working _ -> {
        deciding.say(id, new AgentMessage.Say(FeedbackText.told(waiting, false)));
        deciding.emit(new Fact.FeedbackTold(numbers(waiting), Optional.empty()));
      }
      case SessionState.InReview(String tip, ReviewStep.Open _) ->
          resume(deciding, id, tip, waiting);
      case SessionState.MergeReady(String tip, MergeStep.Waiting _) ->
          resume(deciding, id, tip, waiting);
      case SessionState.Planned _,
          SessionState.Claimed _,
          SessionState.Preparing _,
          SessionState.Live _,
          SessionState.BackingOff _,
          SessionState.InReview _,
          SessionState.MergeReady _,
          SessionState.Halted _,
          SessionState.Merged _,
          SessionState.Failed _,
          SessionState.Abandoned _ -> {
        // It does not listen now.
      }
    }
  }

  /** A preview alone is no reason to wake an agent that has ended. */
  private static void resume(Deciding deciding, SessionId id, String tip, List<Feedback> waiting) {
    boolean isWorth = waiting.stream().anyMatch(each -> !isToVerify(each));
    if (!isWorth) {
      return;
    }
    deciding.withdrawGates(id, "feedback came", gate -> gate.kind() == GateKind.MERGE);
    deciding.emit(new Fact.FeedbackTold(numbers(waiting), Optional.of(tip)));
    deciding.retry(id, true, FeedbackText.told(waiting, true), Duration.ZERO);
  }

  private static boolean isToVerify(Feedback feedback) {
    return feedback.destination() instanceof Destination.ToSession to
        && to.use() == Destination.Use.VERIFY;
  }

  /** The agent was told often enough. */
  private static void askAll(Deciding deciding, Session session, List<Feedback> waiting) {
    SessionId id = session.id();
    List<Feedback> often =
        waiting.stream().filter(each -> each.told() >= Limits.FEEDBACK_TELLS_MAX).toList();
    deciding.emit(new Fact.FeedbackAsked(numbers(often)));
    deciding.openGate(
        GateKind.FINDING,
        List.of(id),
        id + " leaves feedback open",
        String.join(
            "\n\n",
            often.stream()
                .map(each ->
                    FeedbackText.shown(
                        each, "FEEDBACK %d, told %d times.".formatted(each.number(), each.told())))
                .toList()));
  }

  private static List<Long> numbers(List<Feedback> items) {
    return items.stream().map(Feedback::number).toList();
  }

  /** What the agent says of an item that it was told of. */
  static void answered(Deciding deciding, SessionId id, AgentSignal.FeedbackAnswered answer) {
    Optional<Feedback> found =
        deciding.run().feedback().stream()
            .filter(each -> each.number() == answer.number() && each.isFor(id))
            .filter(each -> each.stage() instanceof Stage.Told)
            .findFirst();
    if (found.isEmpty()) {
      return;
    }
    if (answer.isAddressed()) {
      if (found.get().stage() instanceof Stage.Told told && !told.isClaimed()) {
        deciding.emit(new Fact.FeedbackClaimed(answer.number()));
      }
    } else if (!answer.reason().isBlank()) {
      FeedbackRules.settle(deciding, found.get(), Fate.DECLINED, id.value(), answer.reason());
    }
  }

  /** The work was taken in: what was said to be addressed is, if something was committed. */
  static void takenIn(Deciding deciding, SessionId id, String tip) {
    for (Feedback each : deciding.run().feedback()) {
      if (each.isFor(id) && each.stage() instanceof Stage.Told(var told, boolean isClaimed)) {
        boolean isChanged = !told.equals(Optional.of(tip));
        if (isClaimed && isChanged) {
          FeedbackRules.settle(deciding, each, Fate.ADDRESSED, id.value(), tip);
        } else if (each.isRequired()) {
          deciding.emit(new Fact.FeedbackReopened(List.of(each.number())));
        } else {
          Fate fate = isToVerify(each) ? Fate.NOTED : Fate.LEFT;
          FeedbackRules.settle(deciding, each, fate, id.value(), "");
        }
      }
    }
  }

  /** Whether something stands against merging the session's work. */
  static boolean isOpen(Deciding deciding, SessionId id) {
    return CompareRules.holds(deciding, id)
        || deciding.run().feedback().stream()
            .anyMatch(each -> each.isFor(id) && each.isRequired() && !each.isSettled());
  }

  /** A person decided about feedback that a session left open. */
  static void decided(Deciding deciding, long gate, SessionId id, Input.Decide decide) {
    List<Feedback> asked =
        deciding.run().feedback().stream()
            .filter(each -> each.stage().equals(new Stage.Asked(gate)))
            .toList();
    if (decide.decision() instanceof GateDecision.Approved) {
      asked.forEach(each ->
          FeedbackRules.settle(deciding, each, Fate.LEFT, decide.who(), "merged without it"));
      return;
    }
    deciding.emit(new Fact.FeedbackTold(numbers(asked), Optional.empty()));
    deciding.retry(
        id,
        true,
        AgentText.remark(GateRules.words(decide.decision()))
            + "\n\n"
            + FeedbackText.told(asked, true),
        Duration.ZERO);
  }

  /** A person decided whom something concerns, or that it is dealt with. */
  static void triaged(Deciding deciding, long gate, Input.Decide decide) {
    for (Feedback each : deciding.run().feedback()) {
      if (!each.stage().equals(new Stage.Asked(gate))) {
        continue;
      }
      String words = GateRules.words(decide.decision());
      if (decide.decision() instanceof GateDecision.Answered) {
        deciding.emit(
            new Fact.FeedbackRouted(each.number(), new SessionId(words.strip()), decide.who()));
        OutsideRules.heard(deciding, deciding.run().feedback(each.number()));
      } else {
        FeedbackRules.settle(deciding, each, Fate.NOTED, decide.who(), words);
      }
    }
  }

  /** Why a triage gate does not take those words. */
  static Optional<String> misfit(Deciding deciding, List<String> answers) {
    String name = answers.size() == 1 ? answers.getFirst().strip() : "";
    boolean isGoing =
        SessionId.isValid(name)
            && deciding
                .run()
                .find(new SessionId(name))
                .filter(session -> !session.isOver())
                .isPresent();
    return isGoing
        ? Optional.empty()
        : Optional.of("expected a session of this run that is not over, found " + answers);
  }
}
