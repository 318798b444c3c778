package dev.signalbox.report;

import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.engine.SessionState;
import dev.signalbox.view.WaitedFor;
import dev.signalbox.view.Waits;
import java.util.List;
import java.util.Optional;

/**
 * What a session does at one moment.
 *
 * @param waits what it waits for; empty while it moves by itself
 */
record Moment(Activity activity, List<WaitedFor> waits) {
  Moment {
    waits = List.copyOf(waits);
  }

  /** Empty for a session that is over and about which nobody is asked. */
  static Optional<Moment> of(Session session, RunState run, Waits all) {
    List<WaitedFor> waits = all.of(session);
    return activity(session, run, waits).map(activity -> new Moment(activity, waits));
  }

  private static Optional<Activity> activity(Session session, RunState run, List<WaitedFor> waits) {
    boolean isAsked = waits.stream().anyMatch(WaitedFor.Person.class::isInstance);
    return switch (session.state()) {
      case SessionState.Planned _ -> Optional.of(isAsked ? Activity.DECIDING : Activity.WAITING);
      case SessionState.Claimed _, SessionState.Preparing _ -> Optional.of(Activity.PREPARING);
      case SessionState.Starting _,
          SessionState.Working _,
          SessionState.Stopping _,
          SessionState.Exiting _ ->
          Optional.of(Activity.WORKING);
      case SessionState.HandingOver _, SessionState.TakenOver _ -> Optional.of(Activity.TAKEN_OVER);
      case SessionState.AwaitingDecision _, SessionState.Halted _ -> Optional.of(Activity.DECIDING);
      case SessionState.BackingOff _ -> Optional.of(isAsked ? Activity.DECIDING : Activity.WAITING);
      case SessionState.InReview _ -> Optional.of(isAsked ? Activity.DECIDING : Activity.REVIEWED);
      case SessionState.MergeReady(String _, SessionState.MergeStep step) ->
          Optional.of(merging(step));
      case SessionState.Failed _ -> failed(session, run);
      case SessionState.Merged _, SessionState.Abandoned _ -> Optional.empty();
    };
  }

  private static Activity merging(SessionState.MergeStep step) {
    return switch (step) {
      case SessionState.MergeStep.Waiting _ -> Activity.WAITING;
      case SessionState.MergeStep.Computing _,
          SessionState.MergeStep.Verifying _,
          SessionState.MergeStep.Landing _ ->
          Activity.MERGING;
      case SessionState.MergeStep.Blocked _ -> Activity.DECIDING;
    };
  }

  private static Optional<Activity> failed(Session session, RunState run) {
    boolean isUndecided =
        run.gates().values().stream()
            .anyMatch(
                gate -> gate.kind() == GateKind.FAILURE && gate.sessions().contains(session.id()));
    return isUndecided ? Optional.of(Activity.DECIDING) : Optional.empty();
  }
}
