package dev.signalbox.journal;

import static java.util.Map.entry;

import dev.signalbox.engine.Fact;
import dev.signalbox.engine.ReviewFact;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How each type of fact is called in journals, for ever. */
final class FactKind {
  private static final Map<Class<? extends Fact>, String> BY_TYPE =
      Map.ofEntries(
          entry(Fact.RunOpened.class, "run-opened"),
          entry(Fact.TableRevised.class, "table-revised"),
          entry(Fact.GateOpened.class, "gate-opened"),
          entry(Fact.GateDecided.class, "gate-decided"),
          entry(Fact.GateWithdrawn.class, "gate-withdrawn"),
          entry(Fact.BatchDispatched.class, "batch-dispatched"),
          entry(Fact.RunCancelled.class, "run-cancelled"),
          entry(Fact.RunClosed.class, "run-closed"),
          entry(Fact.RegistryWritten.class, "registry-written"),
          entry(Fact.SpendCapReached.class, "spend-cap-reached"),
          entry(Fact.ProgressTold.class, "progress-told"),
          entry(Fact.SummaryHandedIn.class, "summary-handed-in"),
          entry(Fact.SessionAdded.class, "session-added"),
          entry(Fact.RecommendationApproved.class, "recommendation-approved"),
          entry(Fact.MilestoneBegun.class, "milestone-begun"),
          entry(Fact.SubagentRan.class, "subagent-ran"),
          entry(Fact.MilestoneSentBack.class, "milestone-sent-back"),
          entry(Fact.MilestoneReached.class, "milestone-reached"),
          entry(Fact.MilestoneLeft.class, "milestone-left"),
          entry(ReviewFact.MilestoneReviewOpened.class, "milestone-review-opened"),
          entry(ReviewFact.MilestoneReviewed.class, "milestone-reviewed"),
          entry(ReviewFact.ReviewOpened.class, "review-opened"),
          entry(ReviewFact.ReviewRoundBegun.class, "review-round-begun"),
          entry(ReviewFact.OpinionGiven.class, "opinion-given"),
          entry(ReviewFact.OpinionMissing.class, "opinion-missing"),
          entry(ReviewFact.ReviewRecorded.class, "review-recorded"),
          entry(ReviewFact.ReviewersAwaited.class, "reviewers-awaited"),
          entry(ReviewFact.AskingBegun.class, "asking-begun"),
          entry(ReviewFact.AskingEnded.class, "asking-ended"),
          entry(ReviewFact.ReviewerSilent.class, "reviewer-silent"),
          entry(ReviewFact.DebateBegun.class, "debate-begun"),
          entry(ReviewFact.StancesTaken.class, "stances-taken"),
          entry(ReviewFact.StancesMissing.class, "stances-missing"),
          entry(ReviewFact.SynthesisBegun.class, "synthesis-begun"),
          entry(ReviewFact.SynthesisGiven.class, "synthesis-given"),
          entry(ReviewFact.SynthesisMissing.class, "synthesis-missing"),
          entry(ReviewFact.RecordExtended.class, "record-extended"),
          entry(ReviewFact.RecordChanged.class, "record-changed"),
          entry(ReviewFact.GateTwoPassed.class, "gate-two-passed"),
          entry(ReviewFact.FindingsHandedBack.class, "findings-handed-back"),
          entry(ReviewFact.ReviewDropped.class, "review-dropped"),
          entry(Fact.FeedbackTaken.class, "feedback-taken"),
          entry(Fact.FeedbackTold.class, "feedback-told"),
          entry(Fact.FeedbackClaimed.class, "feedback-claimed"),
          entry(Fact.FeedbackReopened.class, "feedback-reopened"),
          entry(Fact.FeedbackAsked.class, "feedback-asked"),
          entry(Fact.FeedbackRouted.class, "feedback-routed"),
          entry(Fact.FeedbackFiling.class, "feedback-filing"),
          entry(Fact.FeedbackNotFiled.class, "feedback-not-filed"),
          entry(Fact.FeedbackDrafting.class, "feedback-drafting"),
          entry(Fact.FeedbackDescribing.class, "feedback-describing"),
          entry(Fact.DeedBegun.class, "deed-begun"),
          entry(Fact.DeedPutOff.class, "deed-put-off"),
          entry(Fact.ReviewAsked.class, "review-asked"),
          entry(Fact.FeedbackSettled.class, "feedback-settled"),
          entry(Fact.ReplyBegun.class, "reply-begun"),
          entry(Fact.ReplyPutOff.class, "reply-put-off"),
          entry(Fact.ReplyEnded.class, "reply-ended"),
          entry(Fact.SessionAdmitted.class, "session-admitted"),
          entry(Fact.ClaimTaken.class, "claim-taken"),
          entry(Fact.ClaimReleased.class, "claim-released"),
          entry(Fact.ClaimDoubted.class, "claim-doubted"),
          entry(Fact.ClaimConfirmed.class, "claim-confirmed"),
          entry(Fact.ClaimLost.class, "claim-lost"),
          entry(Fact.ClaimSought.class, "claim-sought"),
          entry(Fact.ClaimMissed.class, "claim-missed"),
          entry(Fact.ClaimRegained.class, "claim-regained"),
          entry(Fact.WorkspaceReady.class, "workspace-ready"),
          entry(Fact.StepFailed.class, "step-failed"),
          entry(Fact.StepRetried.class, "step-retried"),
          entry(Fact.AttemptBegun.class, "attempt-begun"),
          entry(Fact.AgentStarted.class, "agent-started"),
          entry(Fact.AgentIdentified.class, "agent-identified"),
          entry(Fact.StartConfirmed.class, "start-confirmed"),
          entry(Fact.EstimateStated.class, "estimate-stated"),
          entry(Fact.MessageQueued.class, "message-queued"),
          entry(Fact.TaskCompleted.class, "task-completed"),
          entry(Fact.TaskContinued.class, "task-continued"),
          entry(Fact.ContextWarned.class, "context-warned"),
          entry(Fact.HandOffBegun.class, "hand-off-begun"),
          entry(Fact.StopRequested.class, "stop-requested"),
          entry(Fact.TakeoverBegun.class, "takeover-begun"),
          entry(Fact.HandedOver.class, "handed-over"),
          entry(Fact.AgentExited.class, "agent-exited"),
          entry(Fact.AttemptFailed.class, "attempt-failed"),
          entry(Fact.RetryScheduled.class, "retry-scheduled"),
          entry(Fact.DriftSeen.class, "drift-seen"),
          entry(Fact.ExitCheckBegun.class, "exit-check-begun"),
          entry(Fact.ExitAsked.class, "exit-asked"),
          entry(Fact.ExitVerified.class, "exit-verified"),
          entry(Fact.TakeInBegun.class, "take-in-begun"),
          entry(Fact.TakenIn.class, "taken-in"),
          entry(Fact.OverlapFound.class, "overlap-found"),
          entry(Fact.ReviewPassed.class, "review-passed"),
          entry(Fact.MergeBegun.class, "merge-begun"),
          entry(Fact.MergePrepared.class, "merge-prepared"),
          entry(Fact.MergeVerified.class, "merge-verified"),
          entry(Fact.MergePostponed.class, "merge-postponed"),
          entry(Fact.MergeBlocked.class, "merge-blocked"),
          entry(Fact.ResolutionBegun.class, "resolution-begun"),
          entry(Fact.ConflictResolved.class, "conflict-resolved"),
          entry(Fact.ResolutionDropped.class, "resolution-dropped"),
          entry(Fact.Merged.class, "merged"),
          entry(Fact.IssueMoved.class, "issue-moved"),
          entry(Fact.IssueNotMoved.class, "issue-not-moved"),
          entry(Fact.IssueMoveRetried.class, "issue-move-retried"),
          entry(Fact.PullRequestBegun.class, "pull-request-begun"),
          entry(Fact.PullRequestOpened.class, "pull-request-opened"),
          entry(Fact.PullRequestSeen.class, "pull-request-seen"),
          entry(Fact.PullRequestBlocked.class, "pull-request-blocked"),
          entry(Fact.PullRequestClosing.class, "pull-request-closing"),
          entry(Fact.PullRequestNotClosed.class, "pull-request-not-closed"),
          entry(Fact.PullRequestClosed.class, "pull-request-closed"),
          entry(Fact.SessionHalted.class, "session-halted"),
          entry(Fact.SessionResumed.class, "session-resumed"),
          entry(Fact.SessionReopened.class, "session-reopened"),
          entry(Fact.SessionFailed.class, "session-failed"),
          entry(Fact.SessionAbandoned.class, "session-abandoned"),
          entry(Fact.WorkspaceCleaned.class, "workspace-cleaned"));

  private static final Map<String, Class<? extends Fact>> BY_KIND =
      BY_TYPE.entrySet().stream()
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  private FactKind() {}

  /** The kind of a type; a type without one is a bug, which a test finds. */
  static String of(Class<? extends Fact> type) {
    String kind = BY_TYPE.get(type);
    if (kind == null) {
      throw new IllegalStateException("expected a kind for " + type.getName() + ", found none");
    }
    return kind;
  }

  /** The type that is written under that name; empty for a name that is not known. */
  static Optional<Class<? extends Fact>> typeOf(String kind) {
    return Optional.ofNullable(BY_KIND.get(kind));
  }
}
