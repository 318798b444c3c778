package dev.signalbox.engine;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.SessionState.ExitStep;
import dev.signalbox.plan.Deliverable;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.SessionId;
import dev.signalbox.workspace.ExitLook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What follows when a session says that it is done, or its process ends. */
final class ExitRules {
  private static final String NO_SUMMARY = "No summary was handed in.";

  private ExitRules() {}

  static void exited(Deciding deciding, Input.Exited exited) {
    SessionId id = exited.session();
    Session session = deciding.session(id);
    boolean isCurrent =
        session.attempt().map(attempt -> attempt.number() == exited.attempt()).orElse(false);
    if (!isCurrent) {
      return;
    }
    switch (session.state()) {
      case SessionState.Starting _, SessionState.Working _, SessionState.AwaitingDecision _ ->
          unexpected(deciding, session, exited);
      case SessionState.Stopping stopping -> {
        deciding.emit(new Fact.AgentExited(id, exited.attempt(), exited.exit()));
        stopped(deciding, id, stopping.ending());
      }
      case SessionState.HandingOver handing -> {
        deciding.emit(new Fact.AgentExited(id, exited.attempt(), exited.exit()));
        TakeoverRules.handOver(deciding, id, handing.who());
      }
      case SessionState.TakenOver taken -> {
        if (!taken.isLeft()) {
          deciding.emit(new Fact.AgentExited(id, exited.attempt(), exited.exit()));
        }
      }
      case SessionState.Exiting exiting -> {
        if (!exiting.isRunning()) {
          return;
        }
        deciding.emit(new Fact.AgentExited(id, exited.attempt(), exited.exit()));
        if (exiting.step() instanceof ExitStep.Ending) {
          takeIn(deciding, id);
        }
      }
      case SessionState.Halted _ -> {
        deciding.withdrawGates(
            id,
            "the agent has ended",
            gate -> gate.question().isPresent() || gate.kind() == GateKind.ESTIMATE);
        deciding.emit(new Fact.AgentExited(id, exited.attempt(), exited.exit()));
      }
      case SessionState.Planned _,
          SessionState.Claimed _,
          SessionState.Preparing _,
          SessionState.BackingOff _,
          SessionState.InReview _,
          SessionState.MergeReady _,
          SessionState.Merged _,
          SessionState.Failed _,
          SessionState.Abandoned _ -> {
        // There is no attempt in these states.
      }
    }
  }

  private static void unexpected(Deciding deciding, Session session, Input.Exited exited) {
    SessionId id = session.id();
    boolean isConfirmed = session.attempt().map(Attempt::isConfirmed).orElse(false);
    boolean isHandingOff =
        session.attempt().map(each -> each.isHandingOff() && !each.isTaskComplete()).orElse(false);
    deciding.withdrawGates(id, "the agent has ended", Gate::isAskedByAgent);
    deciding.emit(new Fact.AgentExited(id, exited.attempt(), exited.exit()));
    switch (exited.exit()) {
      case AgentExit.Vanished _ ->
          FailureRules.attempt(
              deciding, id, new Failing(Failing.Kind.VANISHED, "the process vanished"), true);
      case AgentExit.Ended(int code, String tail) -> {
        if (code == 0 && isConfirmed && isHandingOff) {
          deciding.handOff(id);
        } else if (code == 0 && isConfirmed) {
          deciding.emit(
              MilestoneRules.hasMilestones(deciding, id)
                  ? new Fact.MilestoneBegun(id, false)
                  : new Fact.ExitCheckBegun(id, false));
        } else {
          FailureRules.attempt(
              deciding,
              id,
              new Failing(Failing.Kind.APPROACH, ended(code, tail, isConfirmed)),
              false);
        }
      }
    }
  }

  private static String ended(int code, String tail, boolean isConfirmed) {
    String what = isConfirmed ? "exit code " + code : "exit code " + code + " before it confirmed";
    return tail.isBlank() ? what : what + ": " + tail.strip();
  }

  private static void stopped(Deciding deciding, SessionId id, Ending ending) {
    switch (ending.then()) {
      case RETRY_FRESH ->
          FailureRules.attempt(
              deciding, id, new Failing(Failing.Kind.APPROACH, ending.reason()), false);
      case RETRY_RESUMED ->
          FailureRules.attempt(
              deciding, id, new Failing(Failing.Kind.APPROACH, ending.reason()), true);
      case RETRY_SERVICE ->
          FailureRules.attempt(
              deciding, id, new Failing(Failing.Kind.SERVICE, ending.reason()), true);
      case HAND_OFF -> deciding.handOff(id);
      case FINISH -> takeIn(deciding, id);
      case GIVE_BACK -> TakeoverRules.goOn(deciding, id, ending.reason());
      case FAIL -> FailureRules.fail(deciding, id, ending.reason());
      case ABANDON -> deciding.emit(new Fact.SessionAbandoned(id, ending.reason()));
    }
  }

  /** Its branch is taken in; of a session that is not of the plan only what it handed in counts. */
  static void takeIn(Deciding deciding, SessionId id) {
    deciding.emit(
        deciding.session(id).spec().work().purpose().makesWork()
            ? new Fact.TakeInBegun(id)
            : new Fact.Merged(id, Optional.empty()));
  }

  /** Whether that is a summary of its agent. */
  static boolean isHandedIn(String summary) {
    return !summary.equals(NO_SUMMARY);
  }

  /** The workspace was looked at. */
  static void seen(Deciding deciding, Session session, ExitLook found, boolean isRunning) {
    SessionId id = session.id();
    ExitLook look = withHandedIn(found, session);
    ScopeRules.found(deciding, id, look.uncommitted());
    List<String> missing = missing(deciding, session, look);
    boolean isOnlySummary =
        session.spec().work().purpose().makesWork()
            && missing.size() == 1
            && look.summary().isEmpty();
    boolean isDispensable = isOnlySummary || HandIn.isSumming(deciding, id);
    if (missing.isEmpty() || (isDispensable && session.tally().marks().isExitAsked())) {
      verified(deciding, id, look.summary(), isRunning);
    } else if (session.tally().marks().isExitAsked()) {
      deciding.emit(new Fact.SessionHalted(id, "left something undone"));
      deciding.openGate(
          GateKind.EXIT,
          List.of(id),
          id + " left something undone",
          "Missing:\n" + String.join("\n", missing));
    } else {
      deciding.emit(new Fact.ExitAsked(id, missing));
      ask(deciding, id, AgentText.missing(missing), isRunning);
    }
  }

  /** What it handed in with its tools counts before the file, which may be of an earlier exit. */
  private static ExitLook withHandedIn(ExitLook look, Session session) {
    Session.Told told = session.known().told();
    boolean isWork = session.spec().work().purpose().makesWork();
    Optional<String> summary =
        told.isHandedIn()
            ? told.summary()
            : look.summary().or(() -> isWork ? told.summary() : Optional.empty());
    return new ExitLook(
        look.tip(),
        look.commits(),
        look.uncommitted(),
        look.isOnBranch(),
        summary.filter(ExitRules::isHandedIn));
  }

  private static void ask(Deciding deciding, SessionId id, String text, boolean isRunning) {
    if (isRunning) {
      deciding.say(id, new AgentMessage.Say(text));
    } else {
      deciding.retry(id, true, text + " Reply with 'Session started' first.", Duration.ZERO);
    }
  }

  private static List<String> missing(Deciding deciding, Session session, ExitLook look) {
    return switch (session.spec().work().purpose()) {
      case IMPLEMENT, RESOLVE -> missingOfWork(session, look);
      case SPECIFY ->
          look.summary().isEmpty()
              ? List.of("what it was to write, in `.sdd-summary.md`")
              : List.of();
      case REVIEW ->
          HandIn.problems(deciding, session.id(), look.summary().orElse("")).stream()
              .map(problem -> "the review as asked for, in `.sdd-summary.md`: " + problem)
              .toList();
    };
  }

  private static List<String> missingOfWork(Session session, ExitLook look) {
    List<String> missing = new ArrayList<>();
    String branch = session.spec().handling().branch();
    if (look.tip().isEmpty() || !look.isOnBranch()) {
      missing.add("the branch " + branch + " has to be checked out and hold the work");
    }
    if (!look.uncommitted().isEmpty()) {
      missing.add("uncommitted changes: " + String.join(", ", look.uncommitted()));
    }
    if (session.spec().work().deliverable() == Deliverable.CODE && look.commits() == 0) {
      missing.add("no commit on " + branch);
    }
    if (look.summary().isEmpty()) {
      missing.add("the session summary, in `.sdd-summary.md`");
    }
    return missing;
  }

  /** The exit is good enough; the process ends, and the branch is taken in. */
  static void verified(
      Deciding deciding, SessionId id, Optional<String> summary, boolean isRunning) {
    deciding.emit(new Fact.ExitVerified(id, summary.orElse(NO_SUMMARY)));
    if (isRunning) {
      deciding.say(id, new AgentMessage.EndInput());
    } else {
      takeIn(deciding, id);
    }
  }
}
