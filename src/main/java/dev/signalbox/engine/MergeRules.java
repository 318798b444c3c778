package dev.signalbox.engine;

import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.SessionState.MergeStep;
import dev.signalbox.limit.Limits;
import dev.signalbox.session.SessionId;
import dev.signalbox.workspace.LandOutcome;
import dev.signalbox.workspace.MergeOutcome;
import dev.signalbox.workspace.VerifyOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How work comes into the base: computed, verified, landed; or a person decides. */
final class MergeRules {
  private MergeRules() {}

  static void computed(Deciding deciding, Session session, MergeOutcome outcome) {
    SessionId id = session.id();
    if (!(session.state() instanceof SessionState.MergeReady(String _, MergeStep step))
        || !(step instanceof MergeStep.Computing(long cause, var _, var _))) {
      return;
    }
    switch (outcome) {
      case MergeOutcome.Clean(String base, String commit, List<String> dropped) -> {
        deciding.emit(new Fact.MergePrepared(id, base, commit, dropped));
        Optional<String> obstacle = obstacle(deciding, session);
        if (obstacle.isPresent()) {
          deciding.emit(new Fact.MergePostponed(id, obstacle.get()));
        } else if (deciding.spec().target().verify().isEmpty()) {
          // No command checks it; a person did, before it became ready to merge.
          deciding.emit(new Fact.MergeVerified(id, commit));
        }
      }
      case MergeOutcome.Nothing _ -> deciding.emit(new Fact.Merged(id, Optional.empty()));
      case MergeOutcome.Conflict(String _, List<String> paths, String shown) -> {
        String reason = "conflicts in " + String.join(", ", paths);
        deciding.emit(new Fact.MergeBlocked(id, reason, paths));
        deciding.openGate(
            GateKind.CONFLICT,
            List.of(id),
            id + " " + reason,
            MergeText.conflict(deciding, session, shown));
      }
      case MergeOutcome.Failed(String reason, boolean mayPass) ->
          FailureRules.step(deciding, new Input.StepFailed(cause, id, reason, mayPass));
    }
  }

  /** Why work that was to be merged has to wait. */
  static Optional<String> obstacle(Deciding deciding, Session session) {
    return FeedbackDelivery.isOpen(deciding, session.id())
        ? Optional.of("feedback came that has to be addressed")
        : ClaimRules.doubt(session).or(() -> OverlapRules.obstacle(deciding, session.id()));
  }

  static void checked(Deciding deciding, Session session, VerifyOutcome outcome, long cause) {
    SessionId id = session.id();
    if (!(session.state() instanceof SessionState.MergeReady(String _, MergeStep step))
        || !(step instanceof MergeStep.Verifying(long _, String base, String commit, var _))) {
      return;
    }
    switch (outcome) {
      case VerifyOutcome.Passed _ -> {
        Optional<String> obstacle = obstacle(deciding, session);
        if (obstacle.isPresent()) {
          deciding.emit(new Fact.MergePostponed(id, obstacle.get()));
        } else {
          deciding.emit(new Fact.MergeVerified(id, commit));
        }
      }
      case VerifyOutcome.Failed(int exitCode, String log) ->
          failed(deciding, session, base, exitCode, log);
      case VerifyOutcome.NotRun(String reason, boolean mayPass) ->
          FailureRules.step(deciding, new Input.StepFailed(cause, id, reason, mayPass));
    }
  }

  /**
   * A failed check is the session's own fault if it started from this very base; otherwise its work
   * and what was merged meanwhile do not fit together, which only a person can judge.
   */
  private static void failed(
      Deciding deciding, Session session, String base, int exitCode, String log) {
    SessionId id = session.id();
    String command = deciding.spec().target().verify().orElse("");
    String text = AgentText.verifyFailed(command, log);
    if (session.known().start().equals(Optional.of(base))) {
      deciding.emit(
          new Fact.AttemptFailed(
              id, new Failing(Failing.Kind.APPROACH, "`" + command + "` ended with " + exitCode)));
      Session counted = deciding.session(id);
      if (counted.tally().approaches().size() >= Limits.APPROACHES_MAX) {
        FailureRules.fail(deciding, id, "`" + command + "` ended with " + exitCode);
      } else {
        deciding.retry(id, true, text, Duration.ZERO);
      }
      return;
    }
    deciding.emit(new Fact.SessionHalted(id, "does not fit what was merged meanwhile"));
    deciding.openGate(
        GateKind.SEMANTIC,
        List.of(id),
        id + " merges cleanly, and `" + command + "` fails on the result",
        SemanticText.shown(
            "Merged since it started: "
                + String.join(", ", mergedMeanwhile(deciding, session))
                + "\n\n"
                + log,
            sides(deciding, session)));
  }

  /** The session, then those whose work was merged in this run. */
  private static List<Session> sides(Deciding deciding, Session session) {
    List<Session> sides = new ArrayList<>();
    sides.add(session);
    deciding.run().sessions().stream().filter(MergeRules::isInBase).forEach(sides::add);
    return sides;
  }

  static boolean isInBase(Session session) {
    return session.state() instanceof SessionState.Merged(Optional<String> commit)
        && commit.isPresent();
  }

  private static List<String> mergedMeanwhile(Deciding deciding, Session session) {
    List<String> names = new ArrayList<>();
    for (Session other : deciding.run().sessions()) {
      if (!other.id().equals(session.id()) && isInBase(other)) {
        names.add(other.id() + " " + other.spec().phase());
      }
    }
    return names.isEmpty() ? List.of("commits from outside this run") : names;
  }

  static void landed(Deciding deciding, Session session, LandOutcome outcome) {
    SessionId id = session.id();
    if (!(session.state() instanceof SessionState.MergeReady(String _, MergeStep step))
        || !(step instanceof MergeStep.Landing(long cause, String _, String commit, var _))) {
      return;
    }
    switch (outcome) {
      case LandOutcome.Landed _ -> deciding.emit(new Fact.Merged(id, Optional.of(commit)));
      case LandOutcome.BaseMoved _ -> deciding.emit(new Fact.MergeBegun(id));
      case LandOutcome.Refused(String reason) -> block(deciding, id, reason);
      case LandOutcome.Failed(String reason, boolean mayPass) ->
          FailureRules.step(deciding, new Input.StepFailed(cause, id, reason, mayPass));
    }
  }

  /** The merge waits for a person. */
  static void block(Deciding deciding, SessionId id, String reason) {
    deciding.emit(new Fact.MergeBlocked(id, reason, List.of()));
    deciding.openGate(GateKind.LANDING, List.of(id), id + " could not be merged", reason);
  }
}
