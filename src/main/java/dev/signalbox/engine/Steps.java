package dev.signalbox.engine;

import dev.signalbox.engine.SessionState.ExitStep;
import dev.signalbox.engine.SessionState.MergeStep;
import dev.signalbox.engine.SessionState.Retry;
import dev.signalbox.engine.SessionState.ReviewStep;
import java.time.Instant;
import java.util.Optional;

/** Steps that fail in a way that may pass, and are tried again. */
final class Steps {
  private Steps() {}

  /** How often the state's step has failed in a row; empty for a state without a step. */
  static Optional<Retry> retry(SessionState state) {
    return switch (state) {
      case SessionState.Claimed claimed -> Optional.of(claimed.retry());
      case SessionState.Preparing preparing -> Optional.of(preparing.retry());
      case SessionState.Starting starting -> Optional.of(starting.retry());
      case SessionState.Exiting(Attempt _, ExitStep step, boolean _) ->
          switch (step) {
            case ExitStep.Checking checking -> Optional.of(checking.retry());
            case ExitStep.Reviewing reviewing -> Optional.of(reviewing.retry());
            case ExitStep.TakingIn takingIn -> Optional.of(takingIn.retry());
            case ExitStep.Ending _ -> Optional.empty();
          };
      case SessionState.InReview(String _, ReviewStep step) ->
          switch (step) {
            case ReviewStep.Opening opening -> Optional.of(opening.retry());
            case ReviewStep.Blocked _, ReviewStep.Open _ -> Optional.empty();
          };
      case SessionState.MergeReady(String _, MergeStep step) ->
          switch (step) {
            case MergeStep.Computing computing -> Optional.of(computing.retry());
            case MergeStep.Verifying verifying -> Optional.of(verifying.retry());
            case MergeStep.Landing landing -> Optional.of(landing.retry());
            case MergeStep.Waiting _, MergeStep.Blocked _ -> Optional.empty();
          };
      case SessionState.Planned _,
          SessionState.BackingOff _,
          SessionState.Working _,
          SessionState.AwaitingDecision _,
          SessionState.HandingOver _,
          SessionState.TakenOver _,
          SessionState.Stopping _,
          SessionState.Merged _,
          SessionState.Halted _,
          SessionState.Failed _,
          SessionState.Abandoned _ ->
          Optional.empty();
    };
  }

  /** The state after one more failure. */
  static SessionState failed(SessionState state, Instant notBefore) {
    int failures = retry(state).map(Retry::failures).orElse(0) + 1;
    return with(state, Optional.empty(), new Retry(failures, Optional.of(notBefore)));
  }

  /** The state in which the step is asked for again, by the fact with that sequence. */
  static SessionState retried(SessionState state, long cause) {
    int failures = retry(state).map(Retry::failures).orElse(0);
    return with(state, Optional.of(cause), new Retry(failures, Optional.empty()));
  }

  private static SessionState with(SessionState state, Optional<Long> cause, Retry retry) {
    return switch (state) {
      case SessionState.Claimed it -> new SessionState.Claimed(cause.orElse(it.cause()), retry);
      case SessionState.Preparing it -> new SessionState.Preparing(cause.orElse(it.cause()), retry);
      case SessionState.Starting it ->
          new SessionState.Starting(cause.map(it.attempt()::begunBy).orElse(it.attempt()), retry);
      case SessionState.Exiting(Attempt attempt, ExitStep step, boolean isRunning) ->
          new SessionState.Exiting(attempt, with(step, cause, retry), isRunning);
      case SessionState.InReview(String tip, ReviewStep.Opening it) ->
          new SessionState.InReview(tip, new ReviewStep.Opening(cause.orElse(it.cause()), retry));
      case SessionState.MergeReady(String tip, MergeStep step) ->
          new SessionState.MergeReady(tip, with(step, cause, retry));
      case SessionState other ->
          throw new IllegalStateException("expected a step to retry, found " + other);
    };
  }

  private static ExitStep with(ExitStep step, Optional<Long> cause, Retry retry) {
    return switch (step) {
      case ExitStep.Checking it -> new ExitStep.Checking(cause.orElse(it.cause()), retry);
      case ExitStep.Reviewing it -> new ExitStep.Reviewing(cause.orElse(it.cause()), retry);
      case ExitStep.TakingIn it -> new ExitStep.TakingIn(cause.orElse(it.cause()), retry);
      case ExitStep.Ending it -> it;
    };
  }

  private static MergeStep with(MergeStep step, Optional<Long> cause, Retry retry) {
    return switch (step) {
      case MergeStep.Computing it ->
          new MergeStep.Computing(cause.orElse(it.cause()), it.at(), retry);
      case MergeStep.Verifying it ->
          new MergeStep.Verifying(cause.orElse(it.cause()), it.base(), it.commit(), retry);
      case MergeStep.Landing it ->
          new MergeStep.Landing(cause.orElse(it.cause()), it.base(), it.commit(), retry);
      case MergeStep.Waiting it -> it;
      case MergeStep.Blocked it -> it;
    };
  }
}
