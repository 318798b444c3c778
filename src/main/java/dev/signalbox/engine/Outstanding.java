package dev.signalbox.engine;

import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.SessionState.ExitStep;
import dev.signalbox.engine.SessionState.MergeStep;
import dev.signalbox.engine.SessionState.Retry;
import dev.signalbox.engine.SessionState.ReviewStep;
import dev.signalbox.session.SessionId;
import java.util.ArrayList;
import java.util.List;

/** What a state asks the world to do. */
final class Outstanding {
  private Outstanding() {}

  static List<Effect> of(RunState state) {
    List<Effect> effects = new ArrayList<>();
    if (state.spec().isEmpty()) {
      return effects;
    }
    for (Session session : state.sessions().values()) {
      step(session, effects);
      ClaimRules.outstanding(session).ifPresent(effects::add);
      messages(session, effects);
      showing(state.spec().get(), session, effects);
      leaving(state, session, effects);
    }
    state.feedback().values().forEach(each -> about(each, effects));
    state
        .reviews()
        .values()
        .forEach(each -> AskingRules.outstanding(state, each).ifPresent(effects::add));
    RunState.Registry registry = state.registry();
    if (registry.due() > registry.written()) {
      effects.add(new Effect.WriteRegistry(registry.due()));
    }
    return effects;
  }

  private static void about(Feedback feedback, List<Effect> effects) {
    ReplyRules.outstanding(feedback).ifPresent(effects::add);
    switch (feedback.stage()) {
      case Feedback.Stage.Filing(long cause, Retry retry) when retry.notBefore().isEmpty() ->
          effects.add(new Effect.FileReport(cause, feedback.number()));
      case Feedback.Stage.Describing(long cause, var _, var _, Retry retry)
          when retry.notBefore().isEmpty() ->
          effects.add(new Effect.DescribeIssue(cause, feedback.number()));
      case Feedback.Stage.Doing(Deed deed, long cause, Retry retry)
          when retry.notBefore().isEmpty() ->
          effects.add(new Effect.Act(cause, feedback.number(), deed));
      case Feedback.Stage _ -> {
        // Nothing is asked of the world.
      }
    }
  }

  private static void step(Session session, List<Effect> effects) {
    SessionId id = session.id();
    if (Steps.retry(session.state()).flatMap(Retry::notBefore).isPresent()) {
      return;
    }
    switch (session.state()) {
      case SessionState.Claimed claimed ->
          effects.add(new Effect.AcquireClaim(claimed.cause(), id));
      case SessionState.Preparing preparing ->
          effects.add(new Effect.PrepareWorkspace(preparing.cause(), id));
      case SessionState.Starting(Attempt attempt, Retry _) -> {
        if (!attempt.isStarted()) {
          effects.add(new Effect.StartAgent(attempt.begun(), id, attempt.beginning()));
        }
      }
      case SessionState.HandingOver(Attempt attempt, long cause, String _) ->
          effects.add(new Effect.StopAgent(cause, id, attempt.number()));
      case SessionState.Stopping stopping ->
          effects.add(new Effect.StopAgent(stopping.cause(), id, stopping.attempt().number()));
      case SessionState.Exiting(Attempt _, ExitStep step, boolean _) -> {
        switch (step) {
          case ExitStep.Checking checking ->
              effects.add(new Effect.LookAtExit(checking.cause(), id));
          case ExitStep.Reviewing reviewing ->
              effects.add(new Effect.LookAtMilestone(reviewing.cause(), id));
          case ExitStep.TakingIn takingIn -> effects.add(new Effect.TakeIn(takingIn.cause(), id));
          case ExitStep.Ending _ -> {
            // The end of the input is a message; the process's exit is observed.
          }
        }
      }
      case SessionState.InReview(String tip, ReviewStep step) -> {
        if (step instanceof ReviewStep.Opening(long cause, Retry _)) {
          effects.add(new Effect.OpenPullRequest(cause, id, tip));
        }
      }
      case SessionState.MergeReady(String tip, MergeStep step) -> merge(id, tip, step, effects);
      case SessionState.Planned _,
          SessionState.BackingOff _,
          SessionState.Working _,
          SessionState.AwaitingDecision _,
          SessionState.TakenOver _,
          SessionState.Halted _,
          SessionState.Merged _,
          SessionState.Failed _,
          SessionState.Abandoned _ -> {
        // Nothing is asked of the world.
      }
    }
  }

  private static void merge(SessionId id, String tip, MergeStep step, List<Effect> effects) {
    switch (step) {
      case MergeStep.Computing it ->
          effects.add(new Effect.ComputeMerge(it.cause(), id, tip, it.at()));
      case MergeStep.Verifying it ->
          effects.add(new Effect.VerifyMerge(it.cause(), id, it.commit()));
      case MergeStep.Landing it ->
          effects.add(new Effect.LandMerge(it.cause(), id, it.base(), it.commit()));
      case MergeStep.Waiting _, MergeStep.Blocked _ -> {
        // Another session, or a person, comes first.
      }
    }
  }

  /** Messages have no result: publishing one again is harmless, so a restart publishes them all. */
  private static void messages(Session session, List<Effect> effects) {
    session
        .attempt()
        .filter(Attempt::isStarted)
        .ifPresent(attempt ->
            session
                .outbox()
                .forEach(each ->
                    effects.add(
                        new Effect.SendMessage(
                            each.sequence(), session.id(), attempt.number(), each.message()))));
  }

  private static void showing(RunSpec spec, Session session, List<Effect> effects) {
    IssueShown shown = session.trace().issue();
    if (shown.retry().notBefore().isEmpty()) {
      IssueShown.missing(spec, session)
          .ifPresent(status ->
              effects.add(
                  new Effect.ShowIssue(
                      Math.max(shown.asked(), session.since()), session.id(), status)));
    }
  }

  private static void leaving(RunState state, Session session, List<Effect> effects) {
    boolean isDone =
        switch (session.state()) {
          case SessionState.Merged _, SessionState.Abandoned _ -> true;
          case SessionState.Failed _,
              SessionState.Planned _,
              SessionState.Claimed _,
              SessionState.Preparing _,
              SessionState.Live _,
              SessionState.BackingOff _,
              SessionState.InReview _,
              SessionState.MergeReady _,
              SessionState.Halted _ ->
              false;
        };
    boolean isClean = session.known().cleaned().isPresent();
    // The claim goes last.
    if (isDone && !isClean && session.mayHaveWorkspace()) {
      effects.add(new Effect.CleanWorkspace(session.since(), session.id()));
    }
    boolean isGivenUp =
        session.state() instanceof SessionState.Failed && !isUndecided(state, session.id());
    ClosingRules.outstanding(session).ifPresent(effects::add);
    if (((isDone && isClean) || isGivenUp) && !ClosingRules.isPending(session)) {
      session
          .known()
          .fencing()
          .ifPresent(fencing ->
              effects.add(new Effect.ReleaseClaim(session.since(), session.id(), fencing)));
    }
  }

  private static boolean isUndecided(RunState state, SessionId id) {
    return state.gates().values().stream()
        .anyMatch(gate -> gate.kind() == GateKind.FAILURE && gate.sessions().contains(id));
  }
}
