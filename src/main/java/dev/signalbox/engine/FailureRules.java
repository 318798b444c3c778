package dev.signalbox.engine;

import dev.signalbox.approval.GateKind;
import dev.signalbox.limit.Limits;
import dev.signalbox.session.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What follows when an attempt or a step fails: try again, or a person. */
final class FailureRules {
  private FailureRules() {}

  /** An attempt failed and its process is gone. */
  static void attempt(Deciding deciding, SessionId id, Failing failing, boolean isResumed) {
    deciding.emit(new Fact.AttemptFailed(id, failing));
    Session session = deciding.session(id);
    boolean isTooOften =
        switch (failing.kind()) {
          case APPROACH -> false;
          case SERVICE -> session.tally().serviceFailures() >= Limits.SERVICE_FAILURES_MAX;
          case VANISHED -> session.tally().vanished() >= Limits.VANISHED_MAX;
        };
    if (isTooOften) {
      attempt(deciding, id, new Failing(Failing.Kind.APPROACH, failing.reason()), isResumed);
      return;
    }
    switch (failing.kind()) {
      case APPROACH -> approach(deciding, session, failing, isResumed);
      case SERVICE ->
          deciding.retry(
              id,
              true,
              AgentText.interrupted(failing.reason()),
              backOff(session.tally().serviceFailures()));
      case VANISHED ->
          deciding.retry(
              id,
              true,
              AgentText.interrupted(failing.reason()),
              session.tally().vanished() == 1
                  ? Duration.ZERO
                  : backOff(session.tally().vanished() - 1));
    }
  }

  private static void approach(
      Deciding deciding, Session session, Failing failing, boolean isResumed) {
    List<String> approaches = session.tally().approaches();
    if (approaches.size() >= Limits.APPROACHES_MAX) {
      fail(deciding, session.id(), failing.reason());
      return;
    }
    deciding.retry(
        session.id(),
        isResumed,
        isResumed ? AgentText.interrupted(failing.reason()) : AgentText.otherApproach(approaches),
        backOff(approaches.size()));
  }

  /** The session has failed and a person decides. */
  static void fail(Deciding deciding, SessionId id, String reason) {
    deciding.withdrawGates(id, reason, _ -> true);
    deciding.emit(new Fact.SessionFailed(id, reason));
    List<String> approaches = deciding.session(id).tally().approaches();
    String tried =
        approaches.isEmpty() ? "" : "\nTried and failed:\n- " + String.join("\n- ", approaches);
    deciding.openGate(
        GateKind.FAILURE, List.of(id), id + " failed", id + " failed: " + reason + tried);
  }

  /** A failed session begins again, its failures forgiven. */
  static void reopen(Deciding deciding, SessionId id) {
    Session session = deciding.session(id);
    List<String> approaches = session.tally().approaches();
    deciding.emit(new Fact.SessionReopened(id));
    if (deciding.session(id).state() instanceof SessionState.Planned) {
      return;
    }
    deciding.retry(
        id,
        false,
        approaches.isEmpty() ? AgentText.TAKE_OVER : AgentText.otherApproach(approaches),
        Duration.ZERO);
  }

  /** A step failed: it is tried again, or gives way to a person. */
  static void step(Deciding deciding, Input.StepFailed failed) {
    SessionId id = failed.session();
    SessionState state = deciding.session(id).state();
    Optional<SessionState.Retry> retry = Steps.retry(state);
    if (retry.isEmpty() || retry.get().notBefore().isPresent()) {
      // Nothing of the session hangs on it, or this failure is known and its next try waits.
      return;
    }
    int failures = retry.get().failures() + 1;
    if (failed.mayPass() && failures < Limits.STEP_FAILURES_MAX) {
      deciding.emit(
          new Fact.StepFailed(id, failed.reason(), deciding.at().plus(backOff(failures))));
    } else if (state instanceof SessionState.InReview) {
      PullRequestRules.block(deciding, id, failed.reason());
    } else if (state instanceof SessionState.MergeReady) {
      MergeRules.block(deciding, id, failed.reason());
    } else if (deciding.session(id).isOccupying() && state instanceof SessionState.Live) {
      deciding.emit(new Fact.StopRequested(id, new Ending(Ending.Then.FAIL, failed.reason())));
    } else {
      fail(deciding, id, failed.reason());
    }
  }

  static Duration backOff(int failures) {
    Duration pause = Limits.BACK_OFF_FIRST;
    for (int i = 1; i < failures && pause.compareTo(Limits.BACK_OFF_MAX) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(Limits.BACK_OFF_MAX) < 0 ? pause : Limits.BACK_OFF_MAX;
  }
}
