package dev.signalbox.engine;

import dev.signalbox.engine.SessionState.ExitStep;
import dev.signalbox.engine.SessionState.MergeStep;
import dev.signalbox.engine.SessionState.ReviewStep;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a fact changes in its session. */
final class SessionFacts {
  private SessionFacts() {}

  static Session apply(Session session, Recorded recorded, Fact.OfSession fact) {
    long now = recorded.sequence();
    SessionState.Retry none = SessionState.Retry.NONE;
    return switch (fact) {
      case Fact.SessionAdmitted _ -> session.in(new SessionState.Claimed(now, none), now);
      case Fact.ClaimTaken taken ->
          ClaimFacts.taken(session, taken.fencing()).in(new SessionState.Preparing(now, none), now);
      case Fact.ClaimReleased _ -> Knowing.fencing(session, Optional.empty());
      case Fact.OfClaim claim -> ClaimFacts.apply(session, recorded, claim);
      case Fact.WorkspaceReady ready -> Knowing.start(session, ready.base());
      case Fact.StepFailed failed ->
          session.in(Steps.failed(session.state(), failed.notBefore()), now);
      case Fact.StepRetried _ -> session.in(Steps.retried(session.state(), now), now);
      case Fact.AttemptBegun begun -> begin(session, begun.beginning(), recorded);
      case Fact.AgentStarted _ -> onAttempt(session, now, each -> each.started(recorded.at()));
      case Fact.AgentIdentified named ->
          Knowing.conversation(session, named.conversation(), named.name());
      case Fact.StartConfirmed _ -> confirm(session, now);
      case Fact.EstimateStated stated -> Knowing.estimate(session, Optional.of(stated.estimate()));
      case Fact.ProgressTold told -> Knowing.progress(session, told.text());
      case Fact.SummaryHandedIn handed -> Knowing.handedIn(session, handed.summary());
      case Fact.MessageQueued queued -> queue(session, now, queued);
      case Fact.TaskCompleted _ -> onAttempt(session, now, each -> each.complete(true));
      case Fact.TaskContinued next ->
          onAttempt(
              Counting.iteration(session, next.iteration()),
              now,
              each -> each.complete(false).quietFrom(recorded.at()));
      case Fact.ContextWarned _ -> Counting.contextWarned(session);
      case Fact.HandOffBegun _ -> onAttempt(session, now, Attempt::handingOff);
      case Fact.StopRequested stop ->
          session.in(new SessionState.Stopping(attempt(session), now, stop.ending()), now);
      case Fact.OfTakeover takeover -> apply(session, recorded, takeover);
      case Fact.AgentExited _ -> session.in(gone(session.state()), now);
      case Fact.AttemptFailed failed -> Counting.failed(session, failed.failing());
      case Fact.RetryScheduled retry ->
          session.in(new SessionState.BackingOff(retry.beginning(), retry.notBefore()), now);
      case Fact.ExitCheckBegun begun -> checking(session, begun.isRunning(), now);
      case Fact.ExitAsked _ -> askedAtExit(session, recorded);
      case Fact.ExitVerified verified -> verified(session, verified.summary(), recorded);
      case Fact.TakeInBegun _ -> takeIn(session, now);
      case Fact.DriftSeen seen -> session.with(session.drift().plus(seen));
      case Fact.TakenIn taken -> takenIn(session, taken, now);
      case Fact.OverlapFound found ->
          session.with(session.trace().with(session.trace().taken().asked(found.overlaps())));
      case Fact.OfMerge merge -> apply(session, recorded, merge);
      case Fact.OfMilestone milestone -> MilestoneFacts.apply(session, recorded, milestone);
      case Fact.OfTrace trace -> TraceFacts.apply(session, recorded, trace);
      case Fact.SessionHalted halted -> halted(session, halted.reason(), now);
      case Fact.SessionResumed _ -> session.in(resumed(session.state(), recorded.at()), now);
      case Fact.SessionReopened _ -> reopened(session, now);
      case Fact.SessionFailed failed -> session.in(new SessionState.Failed(failed.reason()), now);
      case Fact.SessionAbandoned abandoned ->
          session.in(new SessionState.Abandoned(abandoned.reason()), now);
      case Fact.WorkspaceCleaned cleaned -> Knowing.cleaned(session, cleaned.kept());
    };
  }

  private static Session halted(Session session, String reason, long now) {
    return session.in(
        new SessionState.Halted(session.state(), reason, isGone(session.state())), now);
  }

  private static Session apply(Session session, Recorded recorded, Fact.OfMerge fact) {
    long now = recorded.sequence();
    SessionState.Retry none = SessionState.Retry.NONE;
    return switch (fact) {
      case Fact.ReviewPassed _ -> merging(session, now, new MergeStep.Waiting());
      case Fact.MergeBegun _ ->
          merging(session, now, new MergeStep.Computing(now, recorded.at(), none));
      case Fact.MergePrepared merge ->
          merging(session, now, new MergeStep.Verifying(now, merge.base(), merge.commit(), none));
      case Fact.MergeVerified verified -> landing(session, verified.commit(), now);
      case Fact.MergePostponed _ -> merging(session, now, new MergeStep.Waiting());
      case Fact.MergeBlocked blocked ->
          merging(session, now, new MergeStep.Blocked(blocked.reason(), blocked.paths()));
      case Fact.ResolutionBegun begun ->
          resolution(
              session,
              Optional.of(
                  new Resolution(begun.resolver(), begun.tip(), begun.paths(), Optional.empty())));
      case Fact.ConflictResolved resolved ->
          resolution(
              session, session.trace().taken().resolution().map(each -> each.done(resolved.tip())));
      case Fact.ResolutionDropped _ -> resolution(session, Optional.empty());
      case Fact.Merged merged -> session.in(new SessionState.Merged(merged.commit()), now);
    };
  }

  private static Session resolution(Session session, Optional<Resolution> next) {
    return session.with(session.trace().with(session.trace().taken().with(next)));
  }

  static Session forgetEstimate(Session session) {
    return Knowing.estimate(session, Optional.empty());
  }

  /** Working, or Starting as long as the start is not confirmed. */
  static SessionState running(Attempt attempt) {
    return attempt.isConfirmed()
        ? new SessionState.Working(attempt)
        : new SessionState.Starting(attempt, SessionState.Retry.NONE);
  }

  /** Without a claim or a workspace it begins from the start, when there is a place for it. */
  private static Session reopened(Session session, long now) {
    Session forgiven = Counting.forgiven(session).with(TraceFacts.reopened(session.trace()));
    boolean isPrepared =
        session.known().fencing().isPresent() && session.known().start().isPresent();
    return isPrepared ? forgiven : forgiven.in(new SessionState.Planned(), now);
  }

  private static Session begin(Session session, Beginning beginning, Recorded recorded) {
    Attempt attempt = Attempt.begin(beginning, recorded.sequence(), recorded.at());
    return Counting.attempt(session, beginning)
        .withOutbox(List.of())
        .in(new SessionState.Starting(attempt, SessionState.Retry.NONE), recorded.sequence());
  }

  private static Session apply(Session session, Recorded recorded, Fact.OfTakeover fact) {
    return switch (fact) {
      case Fact.TakeoverBegun(SessionId _, String who) ->
          session.in(
              new SessionState.HandingOver(attempt(session), recorded.sequence(), who),
              recorded.sequence());
      case Fact.HandedOver handed -> handOver(session, handed, recorded);
    };
  }

  private static Session handOver(Session session, Fact.HandedOver handed, Recorded recorded) {
    Attempt screen = Attempt.begin(handed.beginning(), recorded.sequence(), recorded.at());
    return Counting.attempt(session, handed.beginning())
        .withOutbox(List.of())
        .in(new SessionState.TakenOver(screen, handed.who(), false), recorded.sequence());
  }

  private static Session confirm(Session session, long now) {
    return switch (session.state()) {
      case SessionState.Starting starting ->
          session.in(new SessionState.Working(starting.attempt().confirmed()), now);
      case SessionState.AwaitingDecision awaiting ->
          session.in(new SessionState.AwaitingDecision(awaiting.attempt().confirmed()), now);
      case SessionState.Halted halted ->
          session.in(
              new SessionState.Halted(
                  running(attempt(session).confirmed()), halted.reason(), halted.isGone()),
              now);
      case SessionState other -> throw unexpected("a starting session", other);
    };
  }

  private static Session queue(Session session, long now, Fact.MessageQueued queued) {
    List<Session.Outgoing> outbox = new ArrayList<>(session.outbox());
    outbox.add(new Session.Outgoing(now, queued.message()));
    Session told = session.withOutbox(outbox);
    return queued.message() instanceof AgentMessage.ApprovePlan
        ? Counting.planApproved(told)
        : told;
  }

  private static Session checking(Session session, boolean isRunning, long now) {
    ExitStep step = new ExitStep.Checking(now, SessionState.Retry.NONE);
    return session.in(new SessionState.Exiting(attempt(session), step, isRunning), now);
  }

  private static Session askedAtExit(Session session, Recorded recorded) {
    Attempt attempt = attempt(session).complete(false).quietFrom(recorded.at());
    return Counting.exitAsked(session).in(running(attempt), recorded.sequence());
  }

  private static Session verified(Session session, String summary, Recorded recorded) {
    Session known = Knowing.verified(session, summary);
    return switch (session.state()) {
      case SessionState.Exiting exiting ->
          known.in(
              new SessionState.Exiting(
                  exiting.attempt().quietFrom(recorded.at()),
                  new ExitStep.Ending(),
                  exiting.isRunning()),
              recorded.sequence());
      case SessionState other -> throw unexpected("an exiting session", other);
    };
  }

  private static Session takeIn(Session session, long now) {
    ExitStep step = new ExitStep.TakingIn(now, SessionState.Retry.NONE);
    return session.in(new SessionState.Exiting(attempt(session), step, false), now);
  }

  private static Session takenIn(Session session, Fact.TakenIn taken, long now) {
    Trace trace = session.trace();
    return session
        .with(trace.with(trace.drift().takenIn(taken.paths())).with(trace.taken().again(taken)))
        .in(new SessionState.InReview(taken.tip(), new ReviewStep.Open()), now);
  }

  private static Session merging(Session session, long now, MergeStep step) {
    return switch (session.state()) {
      case SessionState.InReview review ->
          session.in(new SessionState.MergeReady(review.tip(), step), now);
      case SessionState.MergeReady ready ->
          session.in(new SessionState.MergeReady(ready.tip(), step), now);
      case SessionState other -> throw unexpected("a session whose work is taken in", other);
    };
  }

  private static Session landing(Session session, String commit, long now) {
    if (session.state()
            instanceof
            SessionState.MergeReady(
                String tip,
                MergeStep.Verifying(long _, String base, String prepared, SessionState.Retry _))
        && prepared.equals(commit)) {
      return session.in(
          new SessionState.MergeReady(
              tip, new MergeStep.Landing(now, base, commit, SessionState.Retry.NONE)),
          now);
    }
    throw unexpected("the prepared merge " + commit, session.state());
  }

  /** Whether its process has ended already although it has one by its state. */
  static boolean isGone(SessionState state) {
    return switch (state) {
      case SessionState.Exiting exiting -> !exiting.isRunning();
      case SessionState.TakenOver taken -> taken.isLeft();
      case SessionState _ -> false;
    };
  }

  private static SessionState gone(SessionState state) {
    return switch (state) {
      case SessionState.Exiting exiting ->
          new SessionState.Exiting(exiting.attempt(), exiting.step(), false);
      case SessionState.TakenOver taken ->
          new SessionState.TakenOver(taken.attempt(), taken.who(), true);
      case SessionState.Halted halted ->
          new SessionState.Halted(gone(halted.from()), halted.reason(), true);
      case SessionState other -> other;
    };
  }

  private static SessionState resumed(SessionState state, Instant at) {
    return switch (state) {
      case SessionState.Halted(SessionState.Live live, String _, boolean _) ->
          switch (live) {
            case SessionState.Working working ->
                new SessionState.Working(working.attempt().quietFrom(at));
            case SessionState.Starting starting ->
                new SessionState.Starting(starting.attempt().quietFrom(at), starting.retry());
            case SessionState.AwaitingDecision _,
                SessionState.HandingOver _,
                SessionState.TakenOver _,
                SessionState.Stopping _,
                SessionState.Exiting _ ->
                live;
          };
      case SessionState.Halted(SessionState from, String _, boolean _) -> from;
      case SessionState other -> throw unexpected("a halted session", other);
    };
  }

  private interface Change {
    Attempt of(Attempt attempt);
  }

  private static Session onAttempt(Session session, long now, Change change) {
    return session.in(onAttempt(session.state(), change), now);
  }

  private static SessionState onAttempt(SessionState state, Change change) {
    return switch (state) {
      case SessionState.Starting starting ->
          new SessionState.Starting(change.of(starting.attempt()), starting.retry());
      case SessionState.Working working -> new SessionState.Working(change.of(working.attempt()));
      case SessionState.AwaitingDecision awaiting ->
          new SessionState.AwaitingDecision(change.of(awaiting.attempt()));
      case SessionState.Stopping stopping ->
          new SessionState.Stopping(
              change.of(stopping.attempt()), stopping.cause(), stopping.ending());
      case SessionState.Exiting exiting ->
          new SessionState.Exiting(
              change.of(exiting.attempt()), exiting.step(), exiting.isRunning());
      case SessionState.Halted halted ->
          new SessionState.Halted(
              onAttempt(halted.from(), change), halted.reason(), halted.isGone());
      case SessionState other -> throw unexpected("a session with an attempt", other);
    };
  }

  static Attempt attempt(Session session) {
    return switch (session.state()) {
      case SessionState.Live live -> live.attempt();
      case SessionState.Halted(SessionState.Live live, String _, boolean _) -> live.attempt();
      case SessionState other -> throw unexpected("a session with an attempt", other);
    };
  }

  private static IllegalStateException unexpected(String expected, SessionState found) {
    return new IllegalStateException("expected " + expected + ", found " + found);
  }
}
