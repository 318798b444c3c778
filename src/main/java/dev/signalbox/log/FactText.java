package dev.signalbox.log;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.engine.Fact;
import dev.signalbox.journal.FactCodec;
import dev.signalbox.session.AgentExit;

/**
 * What a fact tells, in one sentence, and how much it matters. Reasons are in it; what agents,
 * plans and people wrote at length is not: that is in the journal and in the transcripts.
 */
final class FactText {
  private FactText() {}

  static LogLevel level(Fact fact) {
    return switch (fact) {
      case Fact.SessionFailed _ -> LogLevel.ERROR;
      case Fact.AttemptFailed _,
          Fact.StepFailed _,
          Fact.SessionHalted _,
          Fact.SessionAbandoned _,
          Fact.ClaimDoubted _,
          Fact.ClaimLost _,
          Fact.ClaimMissed _,
          Fact.MergeBlocked _,
          Fact.PullRequestBlocked _,
          Fact.PullRequestNotClosed _,
          Fact.IssueNotMoved _,
          Fact.FeedbackNotFiled _,
          Fact.DeedPutOff _,
          Fact.ReplyPutOff _,
          Fact.SpendCapReached _,
          Fact.RunCancelled _ ->
          LogLevel.WARN;
      case Fact _ -> LogLevel.INFO;
    };
  }

  static String words(Fact fact) {
    return switch (fact) {
      case Fact.RunOpened opened ->
          "run of %s, sessions: %d, by %s"
              .formatted(
                  opened.spec().source().file(), opened.spec().sessions().size(), opened.who());
      case Fact.RunCancelled cancelled ->
          "the run was cancelled by " + cancelled.who() + reason(cancelled.why());
      case Fact.BatchDispatched(int number) -> "batch " + number;
      case Fact.GateOpened(Gate gate) -> "gate " + gate.id() + ", " + gate.kind().word();
      case Fact.GateDecided decided ->
          "gate %d: %s by %s".formatted(decided.number(), word(decided.decision()), decided.who());
      case Fact.GateWithdrawn withdrawn ->
          "gate " + withdrawn.number() + " was withdrawn" + reason(withdrawn.why());
      case Fact.AttemptBegun begun -> "attempt " + begun.beginning().attempt();
      case Fact.AgentStarted started -> "attempt " + started.attempt();
      case Fact.AgentExited exited -> "attempt " + exited.attempt() + ": " + ended(exited.exit());
      case Fact.StopRequested requested -> requested.ending().reason();
      case Fact.Merged merged ->
          merged.commit().map(commit -> "as " + commit).orElse("nothing was to be merged");
      case Fact.MergeVerified verified -> "commit " + verified.commit();
      case Fact.PullRequestOpened opened -> opened.url();
      case Fact _ -> failure(fact);
    };
  }

  /** What stood against it. */
  private static String failure(Fact fact) {
    return switch (fact) {
      case Fact.SessionFailed failed -> failed.reason();
      case Fact.SessionHalted halted -> halted.reason();
      case Fact.SessionAbandoned abandoned -> abandoned.reason();
      case Fact.AttemptFailed failed -> failed.failing().reason();
      case Fact.StepFailed failed -> failed.reason();
      case Fact.ClaimDoubted doubted -> doubted.reason();
      case Fact.ClaimLost lost -> "the issue is held by " + lost.holder();
      case Fact.ClaimMissed missed -> "the issue is held by " + missed.holder();
      case Fact.MergeBlocked blocked -> blocked.reason();
      case Fact.MergePostponed postponed -> postponed.reason();
      case Fact.PullRequestBlocked blocked -> blocked.reason();
      case Fact.PullRequestNotClosed open -> open.reason();
      case Fact.IssueNotMoved still -> still.reason();
      case Fact.FeedbackNotFiled still -> still.reason();
      case Fact.DeedPutOff later -> later.reason();
      case Fact.ReplyPutOff later -> later.reason();
      case Fact _ -> FactCodec.word(fact).replace('-', ' ');
    };
  }

  private static String ended(AgentExit exit) {
    return switch (exit) {
      case AgentExit.Ended(int code, String _) -> "the process ended with exit code " + code;
      case AgentExit.Vanished() -> "the process is gone; nobody saw how it ended";
    };
  }

  private static String word(GateDecision decision) {
    return switch (decision) {
      case GateDecision.Approved _ -> "approved";
      case GateDecision.Rejected _ -> "rejected";
      case GateDecision.Answered _ -> "answered";
    };
  }

  private static String reason(String why) {
    return why.isEmpty() ? "" : ": " + why;
  }
}
