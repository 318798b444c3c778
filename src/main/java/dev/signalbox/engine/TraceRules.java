package dev.signalbox.engine;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.SessionState.Retry;
import dev.signalbox.limit.Limits;
import dev.signalbox.session.SessionId;
import dev.signalbox.tracker.IssueStatus;
import dev.signalbox.tracker.Outline;
import java.util.List;
import java.util.Optional;

/** How the tracker comes to show where a session's issue stands (design section 6). */
final class TraceRules {
  private static final String OURSELVES = "Signalbox";

  private TraceRules() {}

  static void answered(Deciding deciding, Input.IssueAnswered answered) {
    SessionId id = answered.session();
    Session session = deciding.session(id);
    Optional<IssueStatus> missing = IssueShown.missing(deciding.spec(), session);
    Retry retry = session.trace().issue().retry();
    if (!missing.equals(Optional.of(answered.status())) || retry.notBefore().isPresent()) {
      // It stands elsewhere by now, or this answer was given before.
      return;
    }
    if (answered.failure().isEmpty()) {
      moved(deciding, id, answered.status(), answered.outline());
    } else {
      refused(deciding, session, answered.failure().get());
    }
  }

  private static void moved(
      Deciding deciding, SessionId id, IssueStatus status, Optional<Outline> outline) {
    deciding.emit(new Fact.IssueMoved(id, status, OURSELVES, outline));
    deciding.withdrawGates(id, "the tracker shows it", gate -> gate.kind() == GateKind.TRACKER);
  }

  /** It is tried again for as long as it takes; after some failures a person is told, once. */
  private static void refused(Deciding deciding, Session session, Input.StepFailed failure) {
    SessionId id = session.id();
    int failures = session.trace().issue().retry().failures() + 1;
    boolean isLasting = !failure.mayPass() || failures >= Limits.STEP_FAILURES_MAX;
    deciding.emit(
        new Fact.IssueNotMoved(
            id,
            failure.reason(),
            deciding.at().plus(isLasting ? Limits.BACK_OFF_MAX : FailureRules.backOff(failures))));
    if (isLasting && !deciding.hasGate(id, GateKind.TRACKER)) {
      deciding.openGate(
          GateKind.TRACKER,
          List.of(id),
          "The tracker does not show where " + id + " stands",
          "Issue %s should be %s. %s"
              .formatted(
                  session.spec().issue(),
                  IssueShown.missing(deciding.spec(), session).map(TraceRules::word).orElse("left"),
                  failure.reason()));
    }
  }

  private static String word(IssueStatus status) {
    return switch (status) {
      case TRIAGE -> "in triage";
      case BACKLOG -> "in the backlog";
      case UNSTARTED -> "to do";
      case STARTED -> "in progress";
      case IN_REVIEW -> "in review";
      case COMPLETED -> "done";
      case CANCELED -> "cancelled";
    };
  }

  static void decided(Deciding deciding, SessionId id, GateDecision decision, String who) {
    if (decision instanceof GateDecision.Approved) {
      deciding.emit(new Fact.IssueMoveRetried(id));
    } else {
      IssueShown.missing(deciding.spec(), deciding.session(id))
          .ifPresent(
              status -> deciding.emit(new Fact.IssueMoved(id, status, who, Optional.empty())));
    }
  }

  static void tick(Deciding deciding, Session session) {
    boolean isDue =
        session
            .trace()
            .issue()
            .retry()
            .notBefore()
            .filter(when -> !when.isAfter(deciding.at()))
            .isPresent();
    if (isDue && IssueShown.missing(deciding.spec(), session).isPresent()) {
      deciding.emit(new Fact.IssueMoveRetried(session.id()));
    }
  }
}
