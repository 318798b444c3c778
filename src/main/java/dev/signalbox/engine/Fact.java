package dev.signalbox.engine;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.TableEdit;
import dev.signalbox.feedback.Destination;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.forge.PullRequestLook;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.Usd;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.SessionId;
import dev.signalbox.tracker.IssueStatus;
import dev.signalbox.tracker.Outline;
import dev.signalbox.workspace.Touched;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened and that policy needs after a restart. Facts are journaled and never
 * changed; a new shape is a new version (ADR 0002). Time and sequence are in {@link Recorded}.
 */
public sealed interface Fact {

  /** A fact about one session. */
  sealed interface OfSession extends Fact {
    SessionId session();
  }

  /** A fact about how work comes into the base. */
  sealed interface OfMerge extends OfSession {}

  /** A fact about how a session comes to a person. */
  sealed interface OfTakeover extends OfSession {}

  /** A fact about what others see of a session. */
  sealed interface OfTrace extends OfSession {}

  /** A fact about what an agent tells of its work. */
  sealed interface OfTelling extends OfSession {}

  /** A fact about a session's milestones. */
  sealed interface OfMilestone extends OfSession {}

  /** A fact about whether a session's issue still is its own. */
  sealed interface OfClaim extends OfSession {}

  /** A fact about something that came in from outside. */
  sealed interface OfFeedback extends Fact {}

  /** A fact about a review. */
  sealed interface OfReview extends Fact permits ReviewFact {}

  /** A run was asked for; nothing starts before its gates are passed. */
  record RunOpened(RunSpec spec, String who) implements Fact {}

  /**
   * A person changed the table before anything started: what the run shall do from now on.
   *
   * @param edits those of this revision
   */
  record TableRevised(RunSpec spec, List<TableEdit> edits, String who) implements Fact {
    public TableRevised {
      edits = List.copyOf(edits);
    }
  }

  /** A session that is not of the plan joins the run; it starts when there is a place for it. */
  record SessionAdded(SessionSpec spec) implements Fact {}

  record GateOpened(Gate gate) implements Fact {}

  record GateDecided(long number, String hash, GateDecision decision, String who) implements Fact {}

  /** A gate has lost its object, such as a question whose agent is gone. */
  record GateWithdrawn(long number, String why) implements Fact {}

  /**
   * A batch began.
   *
   * @param number from 1
   */
  record BatchDispatched(int number) implements Fact {}

  /** A person stopped the run: nothing new starts, what runs is stopped. */
  record RunCancelled(String who, String why) implements Fact {}

  /** Nothing of the run is left to do. */
  record RunClosed() implements Fact {}

  /**
   * The registry in the plan file shows everything up to {@code upTo}.
   *
   * @param refusal why the file could not be written; empty when it was
   */
  record RegistryWritten(long upTo, Optional<String> refusal) implements Fact {}

  /** The sessions together cost the cap or more. */
  record SpendCapReached(long microUsd) implements Fact {}

  /** A fact about what its sender is told of something that came in. */
  sealed interface OfReply extends OfFeedback {
    /** The feedback's. */
    long number();
  }

  /** Its sender is to be told what became of it, or that is tried again. */
  record ReplyBegun(long number, Reply.To to) implements OfReply {}

  /** It could not be said; that is tried again at {@code notBefore}. */
  record ReplyPutOff(long number, String reason, Instant notBefore) implements OfReply {}

  /**
   * Nothing more is said.
   *
   * @param note why it could not be said; else empty
   */
  record ReplyEnded(long number, String note) implements OfReply {}

  /** Something came in from outside; its number is this fact's sequence. */
  record FeedbackTaken(FeedbackItem item, Destination destination) implements OfFeedback {}

  /**
   * The session's agent is told of it.
   *
   * @param tip the commit that the work is at; empty while it is being worked on
   */
  record FeedbackTold(List<Long> numbers, Optional<String> tip) implements OfFeedback {
    public FeedbackTold {
      numbers = List.copyOf(numbers);
    }
  }

  /** The agent says that it is addressed; whether it is shows when its work is taken in. */
  record FeedbackClaimed(long number) implements OfFeedback {}

  /** It waits for the session's agent once more. */
  record FeedbackReopened(List<Long> numbers) implements OfFeedback {
    public FeedbackReopened {
      numbers = List.copyOf(numbers);
    }
  }

  /** A person decides about it, at the gate that the next fact opens. */
  record FeedbackAsked(List<Long> numbers) implements OfFeedback {
    public FeedbackAsked {
      numbers = List.copyOf(numbers);
    }
  }

  /** A person sends it to a session. */
  record FeedbackRouted(long number, SessionId session, String who) implements OfFeedback {}

  /** It is to become an issue. */
  record FeedbackFiling(long number) implements OfFeedback {}

  /** It became an issue, whose specification a session writes. */
  record FeedbackDrafting(long number, IssueId issue, SessionId session) implements OfFeedback {}

  /** What the session handed in is to become the issue's description. */
  record FeedbackDescribing(long number) implements OfFeedback {}

  /** Making it an issue, or describing that, failed in a way that may pass. */
  record FeedbackNotFiled(long number, String reason, Instant notBefore) implements OfFeedback {}

  /** Something is to be done about it on the forge, or is tried again. */
  record DeedBegun(long number, Deed deed) implements OfFeedback {}

  /** Doing it failed in a way that may pass. */
  record DeedPutOff(long number, String reason, Instant notBefore) implements OfFeedback {}

  /** Copilot is asked to review the quick fix at that commit. */
  record ReviewAsked(long number, String head, int round) implements OfFeedback {}

  /** It came to its end. */
  record FeedbackSettled(List<Long> numbers, Feedback.Fate fate, String by, String words)
      implements OfFeedback {
    public FeedbackSettled {
      numbers = List.copyOf(numbers);
    }
  }

  /**
   * A person decided about what the session recommends.
   *
   * @param approved what may be carried out, in the session's own words
   * @param refused the numbers of the rest, each with the reason
   */
  record RecommendationApproved(
      SessionId session, String approved, List<String> refused, String who) implements OfTrace {}

  /** The session is at a milestone; its work and the review of it are being looked at. */
  record MilestoneBegun(SessionId session, boolean isRunning) implements OfMilestone {}

  /** A subagent of the session ran to its end. */
  record SubagentRan(SessionId session) implements OfMilestone {}

  /** What a milestone needs is missing, and the session is asked for it. */
  record MilestoneSentBack(SessionId session, List<String> missing) implements OfMilestone {}

  /**
   * The session waits for a person at the commit {@code tip}.
   *
   * @param missing why there is no verified review of its work; empty where there is one
   */
  record MilestoneReached(SessionId session, String tip, List<String> missing)
      implements OfMilestone {}

  /** A person let the session pass its milestone, or sent it back to work on it. */
  record MilestoneLeft(SessionId session, boolean isPassed, String who) implements OfMilestone {}

  /** The session's turn has come; its issue is being claimed. */
  record SessionAdmitted(SessionId session) implements OfSession {}

  record ClaimTaken(SessionId session, long fencing) implements OfSession {}

  record ClaimReleased(SessionId session) implements OfSession {}

  /** The lease has run out and nobody could be asked: nothing is merged for now. */
  record ClaimDoubted(SessionId session, String reason) implements OfClaim {}

  /** The claim that was in doubt is the session's still. */
  record ClaimConfirmed(SessionId session) implements OfClaim {}

  /**
   * The issue is not the session's any more.
   *
   * @param holder who has it now; empty where nobody is known to
   */
  record ClaimLost(SessionId session, String holder) implements OfClaim {}

  /** A person wants the issue again; it is claimed when nothing of the session lives. */
  record ClaimSought(SessionId session) implements OfClaim {}

  /** It could not be claimed again; {@code holder} as in {@link ClaimLost}. */
  record ClaimMissed(SessionId session, String holder) implements OfClaim {}

  /** The issue is the session's again. */
  record ClaimRegained(SessionId session, long fencing) implements OfClaim {}

  /**
   * The workspace is ready.
   *
   * @param base the commit that the session starts from
   */
  record WorkspaceReady(SessionId session, String base) implements OfSession {}

  /** A step failed in a way that may pass; it is tried again at {@code notBefore}. */
  record StepFailed(SessionId session, String reason, Instant notBefore) implements OfSession {}

  /** What failed is tried again. */
  record StepRetried(SessionId session) implements OfSession {}

  /** A process is to be started. */
  record AttemptBegun(SessionId session, Beginning beginning) implements OfSession {}

  record AgentStarted(SessionId session, int attempt) implements OfSession {}

  /** The agent's own id and name of the conversation. */
  record AgentIdentified(SessionId session, String conversation, String name)
      implements OfSession {}

  record StartConfirmed(SessionId session) implements OfSession {}

  record EstimateStated(SessionId session, Usd estimate) implements OfTelling {}

  /** The agent tells where it stands. */
  record ProgressTold(SessionId session, String text) implements OfTelling {}

  /** The agent handed its summary in; the next exit takes it. */
  record SummaryHandedIn(SessionId session, String summary) implements OfTelling {}

  /** Something is to be said to the agent of that attempt. */
  record MessageQueued(SessionId session, int attempt, AgentMessage message) implements OfSession {}

  /** The agent said that its task is complete. */
  record TaskCompleted(SessionId session) implements OfSession {}

  /** A turn ended without completion, and the agent is told to go on. */
  record TaskContinued(SessionId session, int iteration) implements OfSession {}

  /** The conversation is filling up and the agent was told to write its state down. */
  record ContextWarned(SessionId session, int percent) implements OfSession {}

  /** The conversation is full; a new one takes over when this turn ends. */
  record HandOffBegun(SessionId session, int percent) implements OfSession {}

  /** The process is to be ended, and why. */
  record StopRequested(SessionId session, Ending ending) implements OfSession {}

  /**
   * A person takes the session over; its process is to be ended first.
   *
   * @param who the person
   */
  record TakeoverBegun(SessionId session, String who) implements OfTakeover {}

  /**
   * Nothing of the session lives: a person goes on with its conversation.
   *
   * @param beginning of the process that is the agent's own screen
   */
  record HandedOver(SessionId session, String who, Beginning beginning) implements OfTakeover {}

  record AgentExited(SessionId session, int attempt, AgentExit exit) implements OfSession {}

  /** An attempt did not lead to the goal; what follows is in the next facts. */
  record AttemptFailed(SessionId session, Failing failing) implements OfSession {}

  /** The next process is to be started, and not before {@code notBefore}. */
  record RetryScheduled(SessionId session, Beginning beginning, Instant notBefore)
      implements OfSession {}

  /** The agent is done, it says; the workspace is being looked at. */
  record ExitCheckBegun(SessionId session, boolean isRunning) implements OfSession {}

  /**
   * The session changes files outside of its scope.
   *
   * @param more how many such files are known by now and not kept by name
   */
  record DriftSeen(SessionId session, DriftKind kind, List<String> paths, int more)
      implements OfSession {
    public DriftSeen {
      paths = List.copyOf(paths);
    }
  }

  /** Something is missing and the agent is asked for it, once. */
  record ExitAsked(SessionId session, List<String> missing) implements OfSession {
    public ExitAsked {
      missing = List.copyOf(missing);
    }
  }

  /**
   * The exit is verified; the process may end.
   *
   * @param summary as handed in, or written by Signalbox for want of one
   */
  record ExitVerified(SessionId session, String summary) implements OfSession {}

  /** The process is gone; its branch is being taken in. */
  record TakeInBegun(SessionId session) implements OfSession {}

  /**
   * Its work is in the repository.
   *
   * @param touched artifacts that others may change too
   * @param contained sessions on whose work it was made
   */
  record TakenIn(
      SessionId session,
      String tip,
      List<String> paths,
      List<Touched> touched,
      List<SessionId> contained)
      implements OfSession {
    public TakenIn {
      paths = List.copyOf(paths);
      touched = List.copyOf(touched);
      contained = List.copyOf(contained);
    }
  }

  /** It changed what others changed as well; a person decides. */
  record OverlapFound(SessionId session, List<Taken.Overlap> overlaps) implements OfSession {
    public OverlapFound {
      overlaps = List.copyOf(overlaps);
    }
  }

  /** Nothing stands against merging any more. */
  record ReviewPassed(SessionId session, String by) implements OfMerge {}

  /** The session's turn to merge has come, or has come again. */
  record MergeBegun(SessionId session) implements OfMerge {}

  /**
   * The merged commit is computed and will be verified.
   *
   * @param base the commit of the base that it was computed on
   */
  record MergePrepared(SessionId session, String base, String commit, List<String> dropped)
      implements OfMerge {
    public MergePrepared {
      dropped = List.copyOf(dropped);
    }
  }

  /** The merged commit is good and may land. */
  record MergeVerified(SessionId session, String commit) implements OfMerge {}

  /** The merge is put off: something came in that has to be dealt with first. */
  record MergePostponed(SessionId session, String reason) implements OfMerge {}

  /**
   * The merge has to wait for a person, as the gate says that follows.
   *
   * @param paths in conflict; none where it waits for something else
   */
  record MergeBlocked(SessionId session, String reason, List<String> paths) implements OfMerge {
    public MergeBlocked {
      paths = List.copyOf(paths);
    }
  }

  /** A person has another session resolve what does not merge. */
  record ResolutionBegun(SessionId session, SessionId resolver, String tip, List<String> paths)
      implements OfMerge {
    public ResolutionBegun {
      paths = List.copyOf(paths);
    }
  }

  /** What that session made took the place of the work, at that commit. */
  record ConflictResolved(SessionId session, String tip) implements OfMerge {}

  /** Nobody waits for that session any more. */
  record ResolutionDropped(SessionId session, String reason) implements OfMerge {}

  /**
   * The work is in the base.
   *
   * @param commit empty when there was nothing to merge
   */
  record Merged(SessionId session, Optional<String> commit) implements OfMerge {}

  /**
   * The tracker shows the status.
   *
   * @param by who takes care that it does: Signalbox, or a person who said so
   * @param outline what was seen of the issue on the way; empty where nothing was
   */
  record IssueMoved(SessionId session, IssueStatus status, String by, Optional<Outline> outline)
      implements OfTrace {}

  /** The tracker could not be moved; it is asked again at {@code notBefore}. */
  record IssueNotMoved(SessionId session, String reason, Instant notBefore) implements OfTrace {}

  /** The tracker is asked again. */
  record IssueMoveRetried(SessionId session) implements OfTrace {}

  /** A pull request for the work that was taken in is to be opened, or brought up to date. */
  record PullRequestBegun(SessionId session) implements OfTrace {}

  /**
   * The pull request shows the work.
   *
   * @param branch that it comes from
   * @param tip the commit that was pushed
   */
  record PullRequestOpened(SessionId session, int number, String url, String branch, String tip)
      implements OfTrace {}

  /** The pull request stands otherwise than before. */
  record PullRequestSeen(SessionId session, PullRequestLook look) implements OfTrace {}

  /** The pull request has to wait for a person, as the gate says that follows. */
  record PullRequestBlocked(SessionId session, String reason) implements OfTrace {}

  /**
   * The pull request of a session that was given up is to be closed, or that is tried again.
   *
   * @param why who decided that, and why
   */
  record PullRequestClosing(SessionId session, String why) implements OfTrace {}

  /** It could not be closed; that is tried again at {@code notBefore}. */
  record PullRequestNotClosed(SessionId session, String reason, Instant notBefore)
      implements OfTrace {}

  /**
   * Nothing more is done about it.
   *
   * @param words why it is still open; else empty
   */
  record PullRequestClosed(SessionId session, Closing.End end, String words) implements OfTrace {}

  record SessionHalted(SessionId session, String reason) implements OfSession {}

  /** A halted session goes on where it stood. */
  record SessionResumed(SessionId session) implements OfSession {}

  /** A failed session is tried again; its failures count no more. */
  record SessionReopened(SessionId session) implements OfSession {}

  record SessionFailed(SessionId session, String reason) implements OfSession {}

  record SessionAbandoned(SessionId session, String reason) implements OfSession {}

  /** The workspace was looked at for removal; {@code kept} says why it is still there. */
  record WorkspaceCleaned(SessionId session, Optional<String> kept) implements OfSession {}
}
