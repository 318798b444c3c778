package dev.signalbox.engine;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.SessionState.ExitStep;
import dev.signalbox.engine.SessionState.MergeStep;
import dev.signalbox.limit.Limits;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.SessionId;
import dev.signalbox.workspace.LandOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What follows when a session's claim is lost, or cannot be confirmed. One whose issue is another's
 * stands still, whatever it was doing: what it would do next may be done by the other already.
 */
final class ClaimRules {
  private ClaimRules() {}

  static void seen(Deciding deciding, Input.ClaimSeen seen) {
    Session session = deciding.session(seen.session());
    if (!session.known().fencing().equals(Optional.of(seen.fencing()))) {
      // It was given back, or claimed anew, since that was asked.
      return;
    }
    Hold before = session.trace().hold();
    switch (seen.hold()) {
      case Hold.Sure _ -> {
        if (before instanceof Hold.Doubtful) {
          deciding.emit(new Fact.ClaimConfirmed(session.id()));
        }
      }
      case Hold.Doubtful(String reason) -> {
        if (before instanceof Hold.Sure && !session.isOver()) {
          deciding.emit(new Fact.ClaimDoubted(session.id(), reason));
        }
      }
      case Hold.Lost(String holder) -> lost(deciding, session, holder);
      case Hold.Sought _ -> {
        // Only rules seek.
      }
    }
  }

  private static void lost(Deciding deciding, Session session, String holder) {
    SessionId id = session.id();
    deciding.emit(new Fact.ClaimLost(id, holder));
    boolean isGivenUp =
        session.state() instanceof SessionState.Stopping stopping
            && stopping.ending().then() == Ending.Then.ABANDON;
    if (session.isOver() || isGivenUp) {
      return;
    }
    if (!(session.state() instanceof SessionState.Halted)) {
      deciding.emit(new Fact.SessionHalted(id, "its issue is not its own any more"));
    }
    // An agent elsewhere is stopped by writing to the issue, which is another's by now.
    if (session.spec().handling().elsewhere().isPresent()) {
      AgentExit end = new AgentExit.Ended(Limits.TAKEN_BACK_EXIT, "its issue was lost");
      session
          .attempt()
          .ifPresent(
              attempt -> ExitRules.exited(deciding, new Input.Exited(id, attempt.number(), end)));
    }
    ask(deciding, deciding.session(id), whose(holder));
  }

  private static String whose(String holder) {
    return holder.isEmpty()
        ? "Nobody is known to have it now; somebody took the claim away."
        : "It is claimed by " + holder + " now.";
  }

  private static void ask(Deciding deciding, Session session, String now) {
    deciding.openGate(
        GateKind.CLAIM,
        List.of(session.id()),
        session.id() + " has lost its issue " + session.spec().issue(),
        "%s had claimed issue %s. %s It is stopped, and nothing of it is pushed, merged or written to the issue."
            .formatted(session.id(), session.spec().issue(), now));
  }

  static void decided(Deciding deciding, SessionId id, GateDecision decision) {
    if (decision instanceof GateDecision.Approved) {
      deciding.emit(new Fact.ClaimSought(id));
    } else {
      SessionRules.abandon(
          deciding, id, GateRules.reason("its issue was lost", GateRules.words(decision)));
    }
  }

  /** What came of the claim that a person sought. */
  static void answered(Deciding deciding, Session session, Input.Result result) {
    switch (result) {
      case Input.ClaimAnswered(long _, SessionId id, Optional<Long> fencing, String holder) -> {
        if (fencing.isPresent()) {
          deciding.emit(new Fact.ClaimRegained(id, fencing.get()));
          goOn(deciding, deciding.session(id));
        } else {
          missed(deciding, session, holder, whose(holder));
        }
      }
      case Input.StepFailed failed ->
          missed(deciding, session, "", "It could not be claimed: " + failed.reason());
      case Input.Result _ -> {
        // Nothing else was asked for.
      }
    }
  }

  private static void missed(Deciding deciding, Session session, String holder, String now) {
    deciding.emit(new Fact.ClaimMissed(session.id(), holder));
    ask(deciding, deciding.session(session.id()), now);
  }

  private static void goOn(Deciding deciding, Session session) {
    SessionId id = session.id();
    boolean isHeldUp =
        deciding.run().gates().stream()
            .anyMatch(gate -> gate.sessions().contains(id) && isHalting(gate));
    if (isHeldUp || !(session.state() instanceof SessionState.Halted halted)) {
      return;
    }
    deciding.emit(new Fact.SessionResumed(id));
    switch (halted.from()) {
      case SessionState.TakenOver _ -> {
        // It is a person's, who gives it back.
      }
      case SessionState.Exiting(Attempt _, ExitStep step, boolean _) -> {
        // Its process is gone; what was asked for at its exit is asked for again.
        if (step instanceof ExitStep.Ending) {
          ExitRules.takeIn(deciding, id);
        }
      }
      case SessionState.Live _ -> deciding.retry(id, true, AgentText.REGAINED, Duration.ZERO);
      case SessionState _ -> {
        // It stands where it stood.
      }
    }
  }

  /** Gates whose decision lets a halted session go on. */
  private static boolean isHalting(Gate gate) {
    return switch (gate.kind()) {
      case TURN, EXIT, MILESTONE, SEMANTIC, SPEND -> true;
      case TABLE,
          SPEC,
          COST,
          COMMANDS,
          CHECKPOINT,
          PLAN,
          PERMISSION,
          QUESTION,
          ESTIMATE,
          FAILURE,
          CONFLICT,
          MERGE,
          LANDING,
          TAKEOVER,
          TRIAGE,
          COMPARE,
          REVIEW,
          RECOMMENDATION,
          FINDING,
          TRACKER,
          CLAIM ->
          false;
    };
  }

  /**
   * Why a decision about that gate has to wait. What halts several sessions may be decided: whoever
   * lost its issue stands still all the same.
   */
  static Optional<String> obstacle(Deciding deciding, Gate gate) {
    return switch (gate.kind()) {
      case PLAN,
          PERMISSION,
          QUESTION,
          ESTIMATE,
          TURN,
          EXIT,
          FAILURE,
          CONFLICT,
          MERGE,
          LANDING,
          TAKEOVER,
          REVIEW,
          MILESTONE,
          FINDING ->
          gate.sessions().stream()
              .flatMap(id -> obstacle(deciding.session(id)).stream())
              .findFirst();
      case TABLE,
          SPEC,
          COST,
          COMMANDS,
          CHECKPOINT,
          SEMANTIC,
          SPEND,
          TRIAGE,
          COMPARE,
          RECOMMENDATION,
          TRACKER,
          CLAIM ->
          Optional.empty();
    };
  }

  /** Why nothing of the session moves. */
  static Optional<String> obstacle(Session session) {
    return session.trace().hold().isGone() && !session.isOver()
        ? Optional.of(
            "%s has lost its issue: decide its CLAIM gate first, or wait until it is claimed again"
                .formatted(session.id()))
        : Optional.empty();
  }

  /** Why the session's work may not be merged now; empty where its claim is sure. */
  static Optional<String> doubt(Session session) {
    return session.trace().hold() instanceof Hold.Sure
        ? Optional.empty()
        : Optional.of("its claim could not be confirmed");
  }

  /** Whether a merge was under way when the claim was lost, and came to its end. */
  static boolean isLandedMeanwhile(Session session, Input.Result result) {
    return session.trace().hold() instanceof Hold.Lost
        && result instanceof Input.MergeLanded(long cause, SessionId _, LandOutcome outcome)
        && outcome instanceof LandOutcome.Landed
        && halted(session) instanceof MergeStep.Landing landing
        && landing.cause() == cause;
  }

  /** What is in the base is in the base, whoever has the issue. */
  static void landedMeanwhile(Deciding deciding, Session session) {
    deciding.withdrawGates(session.id(), "it was merged", gate -> gate.kind() == GateKind.CLAIM);
    if (halted(session) instanceof MergeStep.Landing landing) {
      deciding.emit(new Fact.Merged(session.id(), Optional.of(landing.commit())));
    }
  }

  private static @Nullable MergeStep halted(Session session) {
    return session.state() instanceof SessionState.Halted(SessionState from, String _, boolean _)
            && from instanceof SessionState.MergeReady(String _, MergeStep step)
        ? step
        : null;
  }

  /** What the world is asked for a session that lost its issue. */
  static Optional<Effect> outstanding(Session session) {
    if (!session.trace().hold().isGone()
        || !(session.state() instanceof SessionState.Halted halted)) {
      return Optional.empty();
    }
    boolean isAlive =
        session.attempt().isPresent() && !(halted.from() instanceof SessionState.TakenOver);
    if (isAlive) {
      return Optional.of(
          new Effect.StopAgent(
              session.since(), session.id(), session.attempt().orElseThrow().number()));
    }
    return session.trace().hold() instanceof Hold.Sought(long cause)
        ? Optional.of(new Effect.AcquireClaim(cause, session.id()))
        : Optional.empty();
  }
}
