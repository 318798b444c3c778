package dev.signalbox.engine;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.SessionState.MergeStep;
import dev.signalbox.session.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a person gets a session, and how its agent gets it back. Between the two nothing of Signalbox
 * runs in it: the agent's process is seen to end before, and the person's screen after.
 */
final class TakeoverRules {
  private TakeoverRules() {}

  static Answer begin(Deciding deciding, Input.TakeOver take) {
    SessionId id = take.session();
    Optional<String> obstacle = obstacle(deciding, deciding.session(id));
    if (obstacle.isPresent()) {
      return new Answer.Refused(obstacle.get());
    }
    deciding.withdrawGates(id, take.who() + " takes it over", _ -> true);
    Session session = deciding.session(id);
    if (session.attempt().isPresent() && !SessionFacts.isGone(session.state())) {
      deciding.emit(new Fact.TakeoverBegun(id, take.who()));
    } else {
      handOver(deciding, id, take.who());
    }
    return new Answer.Taken();
  }

  /** What is said to whoever wants something of a session that is a person's. */
  static String held(SessionId id, String who) {
    return "%s is taken over by %s; signalbox takeover %s --give-back gives it back to its agent"
        .formatted(id, who, id);
  }

  private static Optional<String> obstacle(Deciding deciding, Session session) {
    SessionId id = session.id();
    if (deciding.run().course().isCancelled()) {
      return Optional.of("the run was cancelled");
    }
    if (deciding.hasGate(GateKind.SPEND)) {
      return Optional.of("the run has reached its spend cap: decide that in the inbox first");
    }
    return ClaimRules.obstacle(session)
        .or(() -> state(id, session.state()))
        .or(() ->
            session.known().conversation().isPresent()
                ? Optional.empty()
                : Optional.of(id + " has no conversation yet"));
  }

  private static Optional<String> state(SessionId id, SessionState state) {
    return switch (state) {
      case SessionState.Working _,
          SessionState.AwaitingDecision _,
          SessionState.Halted _,
          SessionState.BackingOff _,
          SessionState.InReview _ ->
          Optional.empty();
      case SessionState.Planned _, SessionState.Claimed _, SessionState.Preparing _ ->
          Optional.of(id + " has no conversation yet");
      case SessionState.Starting _ ->
          Optional.of(id + " is starting: try again when it has confirmed its start");
      case SessionState.Stopping _ ->
          Optional.of(id + "'s agent is being ended: try again in a moment");
      case SessionState.Exiting _ ->
          Optional.of(id + " says that it is done, and is being looked at: try again in a moment");
      case SessionState.HandingOver handing -> Optional.of(held(id, handing.who()));
      case SessionState.TakenOver taken -> Optional.of(held(id, taken.who()));
      case SessionState.MergeReady(String _, MergeStep step) ->
          switch (step) {
            case MergeStep.Waiting _, MergeStep.Blocked _ -> Optional.empty();
            case MergeStep.Computing _, MergeStep.Verifying _, MergeStep.Landing _ ->
                Optional.of(id + " is being merged: try again in a moment");
          };
      case SessionState.Failed _ ->
          Optional.of(id + " is over: " + StateText.of(state) + "; signalbox retry " + id);
      case SessionState.Merged _, SessionState.Abandoned _ ->
          Optional.of(id + " is over: " + StateText.of(state));
    };
  }

  /** Nothing of the session lives: from now on it is the person's. */
  static void handOver(Deciding deciding, SessionId id, String who) {
    Session.Tally tally = deciding.session(id).tally();
    Beginning screen =
        new Beginning(
            tally.attempts() + 1,
            deciding.session(id).known().conversation(),
            Optional.empty(),
            tally.marks().isPlanApproved());
    deciding.emit(new Fact.HandedOver(id, who, screen));
    deciding.openGate(
        GateKind.TAKEOVER,
        List.of(id),
        id + " is taken over by " + who,
        "%s goes on with the conversation of %s in the agent's own screen. To give it back closes"
                .formatted(who, id)
            + " the screen, if it is still open.");
  }

  /** A person decided about a session that is a person's. */
  static void decided(Deciding deciding, SessionId id, GateDecision decision, String who) {
    String words = GateRules.words(decision);
    if (decision instanceof GateDecision.Rejected) {
      SessionRules.abandon(
          deciding, id, GateRules.reason("%s gave it up after a takeover".formatted(who), words));
    } else {
      giveBack(deciding, id, words);
    }
  }

  /** Its agent goes on as soon as nothing of the person's screen lives. */
  private static void giveBack(Deciding deciding, SessionId id, String words) {
    if (deciding.session(id).state() instanceof SessionState.TakenOver taken) {
      if (taken.isLeft()) {
        goOn(deciding, id, words);
      } else {
        deciding.emit(new Fact.StopRequested(id, new Ending(Ending.Then.GIVE_BACK, words)));
      }
    }
  }

  static void goOn(Deciding deciding, SessionId id, String words) {
    deciding.retry(id, true, AgentText.givenBack(words), Duration.ZERO);
  }
}
