package dev.signalbox.engine;

import dev.signalbox.engine.SessionState.ExitStep;
import dev.signalbox.session.SessionId;
import java.util.Optional;

/** What follows from the result of an effect. A late result, of another cause, is ignored. */
final class ResultRules {
  private ResultRules() {}

  static void react(Deciding deciding, Input.Result result) {
    Session session = deciding.session(result.session());
    if (ClaimRules.isLandedMeanwhile(session, result)) {
      ClaimRules.landedMeanwhile(deciding, session);
      return;
    }
    if (!session.awaited().equals(Optional.of(result.cause()))) {
      return;
    }
    SessionId id = session.id();
    if (session.trace().hold() instanceof Hold.Sought && !session.isOver()) {
      ClaimRules.answered(deciding, session, result);
      return;
    }
    switch (result) {
      case Input.StepFailed failed -> FailureRules.step(deciding, failed);
      case Input.ClaimAnswered answered -> claim(deciding, session, answered);
      case Input.ClaimGone _ -> {
        if (session.known().fencing().isPresent()) {
          deciding.emit(new Fact.ClaimReleased(id));
        }
      }
      case Input.WorkspaceMade made -> prepared(deciding, session, made);
      case Input.AgentStarted _ -> {
        if (session.state() instanceof SessionState.Starting starting) {
          deciding.emit(new Fact.AgentStarted(id, starting.attempt().number()));
        }
      }
      case Input.MilestoneSeen seen -> MilestoneRules.seen(deciding, session, seen.look());
      case Input.ExitSeen seen -> exitSeen(deciding, session, seen);
      case Input.TakenIn taken -> takenIn(deciding, session, taken);
      case Input.PullRequestOpened opened -> PullRequestRules.opened(deciding, session, opened);
      case Input.MergeComputed computed ->
          MergeRules.computed(deciding, session, computed.outcome());
      case Input.MergeChecked checked ->
          MergeRules.checked(deciding, session, checked.outcome(), checked.cause());
      case Input.MergeLanded landed -> MergeRules.landed(deciding, session, landed.outcome());
      case Input.WorkspaceCleaned cleaned -> {
        if (session.known().cleaned().isEmpty()) {
          deciding.emit(new Fact.WorkspaceCleaned(id, cleaned.kept()));
        }
      }
    }
  }

  private static void exitSeen(Deciding deciding, Session session, Input.ExitSeen seen) {
    if (session.state()
        instanceof SessionState.Exiting(Attempt _, ExitStep.Checking _, boolean isRunning)) {
      ExitRules.seen(deciding, session, seen.look(), isRunning);
    }
  }

  private static void takenIn(Deciding deciding, Session session, Input.TakenIn taken) {
    boolean isAwaited =
        session.state() instanceof SessionState.Exiting(Attempt _, ExitStep.TakingIn _, boolean _);
    if (isAwaited && session.spec().isOfPlan()) {
      taken(deciding, session.id(), taken);
    } else if (isAwaited) {
      ResolveRules.takenIn(deciding, session, taken);
    }
  }

  /** The work of a session of the plan is what was taken in. */
  static void taken(Deciding deciding, SessionId id, Input.TakenIn taken) {
    String tip = taken.taken().tip();
    ScopeRules.found(deciding, id, taken.taken().paths());
    deciding.emit(
        new Fact.TakenIn(
            id, tip, taken.taken().paths(), taken.look().touched(), taken.look().contained()));
    FeedbackDelivery.takenIn(deciding, id, tip);
    PullRequestRules.takenIn(deciding, id, tip);
    OverlapRules.takenIn(deciding, id);
  }

  private static void prepared(Deciding deciding, Session session, Input.WorkspaceMade made) {
    if (session.state() instanceof SessionState.Preparing) {
      int number = session.tally().attempts() + 1;
      deciding.emit(new Fact.WorkspaceReady(session.id(), made.base()));
      deciding.emit(
          new Fact.AttemptBegun(
              session.id(), new Beginning(number, Optional.empty(), Optional.empty(), false)));
    }
  }

  private static void claim(Deciding deciding, Session session, Input.ClaimAnswered answered) {
    if (!(session.state() instanceof SessionState.Claimed)) {
      return;
    }
    if (answered.fencing().isPresent()) {
      deciding.emit(new Fact.ClaimTaken(session.id(), answered.fencing().get()));
      return;
    }
    FailureRules.fail(
        deciding,
        session.id(),
        "expected issue %s to be free, found it claimed by %s"
            .formatted(session.spec().issue(), answered.holder()));
  }
}
