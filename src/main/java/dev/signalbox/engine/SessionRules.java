package dev.signalbox.engine;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateKind;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.SessionId;
import java.util.Optional;

/** What follows from an input for one session. */
final class SessionRules {
  private SessionRules() {}

  static Answer react(Deciding deciding, Input.OfSession input) {
    if (deciding.run().find(input.session()).isEmpty()) {
      return new Answer.Refused("expected a session of this run, found " + input.session());
    }
    return switch (input) {
      case Input.Tell tell -> tell(deciding, tell);
      case Input.Cancel cancel -> cancel(deciding, cancel);
      case Input.Retry retry -> retry(deciding, retry);
      case Input.TakeOver take -> TakeoverRules.begin(deciding, take);
      case Input.Heard heard -> {
        WorkRules.heard(deciding, heard);
        yield new Answer.Taken();
      }
      case Input.Called called -> CallRules.react(deciding, called);
      case Input.Exited exited -> {
        ExitRules.exited(deciding, exited);
        yield new Answer.Taken();
      }
      case Input.IssueAnswered answered -> {
        TraceRules.answered(deciding, answered);
        yield new Answer.Taken();
      }
      case Input.ClaimSeen seen -> {
        ClaimRules.seen(deciding, seen);
        yield new Answer.Taken();
      }
      case Input.PullRequestSeen seen -> {
        PullRequestRules.seen(deciding, seen);
        ElsewhereRules.seen(deciding, seen);
        yield new Answer.Taken();
      }
      case Input.AskAnswered answered -> {
        AskingRules.answered(deciding, answered);
        yield new Answer.Taken();
      }
      case Input.CloseAnswered answered -> {
        ClosingRules.answered(deciding, answered);
        yield new Answer.Taken();
      }
      case Input.Result result -> {
        ResultRules.react(deciding, result);
        yield new Answer.Taken();
      }
    };
  }

  private static Answer tell(Deciding deciding, Input.Tell tell) {
    SessionId id = tell.session();
    return switch (deciding.session(id).state()) {
      case SessionState.Working _, SessionState.AwaitingDecision _, SessionState.Starting _ -> {
        deciding.say(id, new AgentMessage.Say(tell.text()));
        yield new Answer.Taken();
      }
      case SessionState.Halted _ ->
          new Answer.Refused(id + " is halted: decide its gate in the inbox, with your words");
      case SessionState.HandingOver handing ->
          new Answer.Refused(TakeoverRules.held(id, handing.who()));
      case SessionState.TakenOver taken -> new Answer.Refused(TakeoverRules.held(id, taken.who()));
      case SessionState.Stopping _, SessionState.Exiting _ ->
          new Answer.Refused(id + " is ending and listens no more");
      case SessionState.Planned _,
          SessionState.Claimed _,
          SessionState.Preparing _,
          SessionState.BackingOff _,
          SessionState.InReview _,
          SessionState.MergeReady _,
          SessionState.Merged _,
          SessionState.Failed _,
          SessionState.Abandoned _ ->
          new Answer.Refused(id + " has no running agent");
    };
  }

  private static Answer cancel(Deciding deciding, Input.Cancel cancel) {
    Session session = deciding.session(cancel.session());
    if (session.isOver()) {
      return new Answer.Refused(
          cancel.session() + " is over already: " + StateText.of(session.state()));
    }
    String why = GateRules.reason("cancelled by " + cancel.who(), cancel.why());
    return abandon(deciding, cancel.session(), why)
        ? new Answer.Taken()
        : new Answer.Refused(
            cancel.session() + " is being claimed or merged: try again in a moment");
  }

  /**
   * Gives a session up; its process ends first. False while its work is landing in the base, and
   * while its claim is being taken: nobody would give that claim back.
   */
  static boolean abandon(Deciding deciding, SessionId id, String why) {
    Session session = deciding.session(id);
    boolean isUnderWay =
        switch (session.state()) {
          case SessionState.MergeReady(String _, SessionState.MergeStep step) ->
              step instanceof SessionState.MergeStep.Landing;
          case SessionState.Claimed claimed -> claimed.retry().notBefore().isEmpty();
          case SessionState.Halted _ ->
              ClaimRules.outstanding(session)
                  .filter(Effect.AcquireClaim.class::isInstance)
                  .isPresent();
          case SessionState _ -> false;
        };
    if (isUnderWay) {
      return false;
    }
    if (session.isOver()) {
      return true;
    }
    deciding.withdrawGates(id, why, _ -> true);
    Optional<Attempt> attempt = deciding.session(id).attempt();
    if (attempt.isEmpty() || SessionFacts.isGone(deciding.session(id).state())) {
      deciding.emit(new Fact.SessionAbandoned(id, why));
      return true;
    }
    boolean isAbandoned =
        session.state() instanceof SessionState.Stopping stopping
            && stopping.ending().then() == Ending.Then.ABANDON;
    if (!isAbandoned) {
      deciding.emit(new Fact.StopRequested(id, new Ending(Ending.Then.ABANDON, why)));
    }
    return true;
  }

  private static Answer retry(Deciding deciding, Input.Retry retry) {
    SessionId id = retry.session();
    Optional<String> obstacle =
        ClaimRules.obstacle(deciding.session(id)).or(() -> OverlapRules.obstacle(deciding, id));
    if (obstacle.isPresent()) {
      return new Answer.Refused(obstacle.get());
    }
    return switch (deciding.session(id).state()) {
      case SessionState.Failed _ -> {
        boolean isLeaving = !deciding.hasGate(id, GateKind.FAILURE);
        if (isLeaving && deciding.session(id).known().fencing().isPresent()) {
          yield new Answer.Refused(
              ClosingRules.isPending(deciding.session(id))
                  ? id + " has its pull request closed first: try again when that is done"
                  : id + " is giving its claim back: try again in a moment");
        }
        deciding.withdrawGates(id, retry.who() + " tries it again", _ -> true);
        FailureRules.reopen(deciding, id);
        yield new Answer.Taken();
      }
      case SessionState.MergeReady(String _, SessionState.MergeStep.Blocked _) -> {
        deciding.withdrawGates(id, retry.who() + " tries it again", _ -> true);
        deciding.emit(new Fact.MergeBegun(id));
        yield new Answer.Taken();
      }
      case SessionState.InReview(String _, SessionState.ReviewStep.Blocked _) -> {
        deciding.withdrawGates(id, retry.who() + " tries it again", _ -> true);
        deciding.emit(new Fact.PullRequestBegun(id));
        yield new Answer.Taken();
      }
      case SessionState.Halted(SessionState.MergeReady _, String _, boolean _) -> {
        deciding.withdrawGates(id, retry.who() + " tries it again", _ -> true);
        deciding.emit(new Fact.SessionResumed(id));
        deciding.emit(new Fact.MergeBegun(id));
        yield new Answer.Taken();
      }
      case SessionState other ->
          new Answer.Refused(
              "expected a failed session or a blocked merge, found "
                  + id
                  + " "
                  + StateText.of(other));
    };
  }
}
