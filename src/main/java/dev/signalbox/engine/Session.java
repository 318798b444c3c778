package dev.signalbox.engine;

import dev.signalbox.plan.Usd;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Optional;

/**
 * A session of a run.
 *
 * @param since the sequence of the fact that brought it into its state
 * @param outbox what the agent of the current attempt is told, in order
 * @param trace what it changed, and what others see of it
 */
public record Session(
    SessionSpec spec,
    SessionState state,
    long since,
    Known known,
    Tally tally,
    List<Outgoing> outbox,
    Trace trace) {
  public Session {
    outbox = List.copyOf(outbox);
  }

  /**
   * What is known of the session whatever its state.
   *
   * @param fencing of its claim; empty while it holds none
   * @param start the commit that it started from
   * @param conversation the agent's own id of its conversation
   * @param agentName the conversation's name, as the agent shows it
   * @param estimate the agent's own
   * @param told what the agent says of its work
   * @param cleaned whether the workspace was dealt with; holds why it was kept
   */
  public record Known(
      Optional<Long> fencing,
      Optional<String> start,
      Optional<String> conversation,
      Optional<String> agentName,
      Optional<Usd> estimate,
      Told told,
      Optional<Cleaned> cleaned) {
    static final Known NONE =
        new Known(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Told.NOTHING,
            Optional.empty());

    /** Its summary, as it was last. */
    public Optional<String> summary() {
      return told.summary();
    }
  }

  /**
   * What the agent says of its work.
   *
   * @param progress where it stands, as it told with its tools
   * @param summary handed in, or written by Signalbox for want of one
   * @param isHandedIn whether the summary was handed in with its tools, and no exit took it yet
   * @param times how often it told anything with its tools
   */
  public record Told(
      Optional<String> progress, Optional<String> summary, boolean isHandedIn, int times) {
    static final Told NOTHING = new Told(Optional.empty(), Optional.empty(), false, 0);

    Told progress(String text) {
      return new Told(Optional.of(text), summary, isHandedIn, times + 1);
    }

    Told handedIn(String text) {
      return new Told(progress, Optional.of(text), true, times + 1);
    }

    Told verified(String text) {
      return new Told(progress, Optional.of(text), false, times);
    }
  }

  /** The workspace was removed, or kept for the reason given. */
  public record Cleaned(Optional<String> kept) {}

  /**
   * How often what was tried.
   *
   * @param attempts processes begun
   * @param approaches failed ones, with what failed
   * @param serviceFailures in a row
   * @param vanished in a row
   * @param iteration of the task, from 1
   */
  public record Tally(
      int attempts,
      List<String> approaches,
      int serviceFailures,
      int vanished,
      int iteration,
      Marks marks) {
    static final Tally NONE = new Tally(0, List.of(), 0, 0, 1, Marks.NONE);

    public Tally {
      approaches = List.copyOf(approaches);
    }
  }

  /**
   * What happened once and need not happen again.
   *
   * @param isExitAsked whether it was asked for what was missing at its exit
   * @param isContextWarned whether its conversation was told that it fills up
   * @param isPlanApproved whether a person approved the plan that it works by
   */
  public record Marks(boolean isExitAsked, boolean isContextWarned, boolean isPlanApproved) {
    static final Marks NONE = new Marks(false, false, false);
  }

  /** A message and the fact that queued it. */
  public record Outgoing(long sequence, AgentMessage message) {}

  static Session planned(SessionSpec spec, long sequence) {
    return new Session(
        spec,
        new SessionState.Planned(),
        sequence,
        Known.NONE,
        Tally.NONE,
        List.of(),
        Trace.none(spec.scope()));
  }

  /** Its name. */
  public SessionId id() {
    return spec.id();
  }

  /** What it changed outside of its scope. */
  public Drift drift() {
    return trace.drift();
  }

  /** The same with another task: its table was revised before it started. */
  Session with(SessionSpec next) {
    return new Session(next, state, since, known, tally, outbox, trace);
  }

  Session in(SessionState next, long sequence) {
    return new Session(spec, next, sequence, known, tally, outbox, trace);
  }

  Session with(Known next) {
    return new Session(spec, state, since, next, tally, outbox, trace);
  }

  Session with(Tally next) {
    return new Session(spec, state, since, known, next, outbox, trace);
  }

  Session withOutbox(List<Outgoing> next) {
    return new Session(spec, state, since, known, tally, next, trace);
  }

  Session with(Drift next) {
    return with(trace.with(next));
  }

  Session with(Trace next) {
    return new Session(spec, state, since, known, tally, outbox, next);
  }

  /** Whether nothing more happens to it by itself. */
  public boolean isOver() {
    return switch (state) {
      case SessionState.Merged _, SessionState.Failed _, SessionState.Abandoned _ -> true;
      case SessionState.Planned _,
          SessionState.Claimed _,
          SessionState.Preparing _,
          SessionState.Live _,
          SessionState.BackingOff _,
          SessionState.InReview _,
          SessionState.MergeReady _,
          SessionState.Halted _ ->
          false;
    };
  }

  /** Whether a workspace may be there, or be on its way: from the claim on. */
  boolean mayHaveWorkspace() {
    return known.fencing().isPresent() || known.start().isPresent() || trace.hold().isGone();
  }

  /** Whether it takes one of the places for sessions that run at once. */
  public boolean isOccupying() {
    return switch (state) {
      case SessionState.Exiting exiting -> exiting.isRunning();
      case SessionState.Claimed _, SessionState.Preparing _, SessionState.Live _ -> true;
      case SessionState.Halted halted ->
          // One that was being prepared goes on with that, and keeps its place meanwhile.
          halted.from() instanceof SessionState.Preparing
              || (halted.from() instanceof SessionState.Live && !halted.isGone());
      case SessionState.Planned _,
          SessionState.BackingOff _,
          SessionState.InReview _,
          SessionState.MergeReady _,
          SessionState.Merged _,
          SessionState.Failed _,
          SessionState.Abandoned _ ->
          false;
    };
  }

  /** The attempt whose process may live; empty in states without one. */
  public Optional<Attempt> attempt() {
    return switch (state) {
      case SessionState.Live live -> Optional.of(live.attempt());
      case SessionState.Halted(SessionState.Live live, String _, boolean isGone) when !isGone ->
          Optional.of(live.attempt());
      case SessionState.Halted _,
          SessionState.Planned _,
          SessionState.Claimed _,
          SessionState.Preparing _,
          SessionState.BackingOff _,
          SessionState.InReview _,
          SessionState.MergeReady _,
          SessionState.Merged _,
          SessionState.Failed _,
          SessionState.Abandoned _ ->
          Optional.empty();
    };
  }

  /** The fact whose effect's result is awaited; empty where none is. */
  public Optional<Long> awaited() {
    return switch (state) {
      case SessionState.Claimed claimed -> Optional.of(claimed.cause());
      case SessionState.Preparing preparing -> Optional.of(preparing.cause());
      case SessionState.Starting starting when !starting.attempt().isStarted() ->
          Optional.of(starting.attempt().begun());
      case SessionState.Exiting(Attempt _, SessionState.ExitStep step, boolean _) ->
          switch (step) {
            case SessionState.ExitStep.Checking checking -> Optional.of(checking.cause());
            case SessionState.ExitStep.Reviewing reviewing -> Optional.of(reviewing.cause());
            case SessionState.ExitStep.TakingIn takingIn -> Optional.of(takingIn.cause());
            case SessionState.ExitStep.Ending _ -> Optional.empty();
          };
      case SessionState.InReview(String _, SessionState.ReviewStep step) ->
          step instanceof SessionState.ReviewStep.Opening opening
              ? Optional.of(opening.cause())
              : Optional.empty();
      case SessionState.MergeReady(String _, SessionState.MergeStep step) ->
          switch (step) {
            case SessionState.MergeStep.Computing computing -> Optional.of(computing.cause());
            case SessionState.MergeStep.Verifying verifying -> Optional.of(verifying.cause());
            case SessionState.MergeStep.Landing landing -> Optional.of(landing.cause());
            case SessionState.MergeStep.Waiting _, SessionState.MergeStep.Blocked _ ->
                Optional.empty();
          };
      case SessionState.Merged _, SessionState.Failed _, SessionState.Abandoned _ ->
          Optional.of(since);
      case SessionState.Starting _,
          SessionState.Working _,
          SessionState.AwaitingDecision _,
          SessionState.HandingOver _,
          SessionState.TakenOver _,
          SessionState.Stopping _,
          SessionState.Planned _,
          SessionState.BackingOff _ ->
          Optional.empty();
      case SessionState.Halted _ ->
          trace.hold() instanceof Hold.Sought(long cause) ? Optional.of(cause) : Optional.empty();
    };
  }
}
