package dev.signalbox.engine;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.TableEdit;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.RoutingRules;
import dev.signalbox.feedback.StrayLook;
import dev.signalbox.forge.PullRequestLook;
import dev.signalbox.plan.IssueId;
import dev.signalbox.session.AgentCall;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.SessionId;
import dev.signalbox.tracker.IssueStatus;
import dev.signalbox.tracker.Outline;
import dev.signalbox.workspace.ExitLook;
import dev.signalbox.workspace.LandOutcome;
import dev.signalbox.workspace.MergeOutcome;
import dev.signalbox.workspace.TakeInOutcome;
import dev.signalbox.workspace.VerifyOutcome;
import dev.signalbox.workspace.WorkLook;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something that came in: a command of a person, an observation, the result of an effect. */
public sealed interface Input {

  /**
   * Begin a run. Ignored for a run that is open.
   *
   * @param approved whether the table is approved in advance
   */
  record OpenRun(RunSpec spec, String who, boolean approved) implements Input {}

  /** Time has passed; {@code vitals} are the live sessions as their transcripts show them. */
  record Tick(Map<SessionId, Vital> vitals) implements Input {
    public Tick {
      vitals = Map.copyOf(vitals);
    }
  }

  /** A person decides a gate, having seen the text with that hash. */
  record Decide(long gate, String hash, GateDecision decision, String who) implements Input {}

  /**
   * A person changes the table, having seen the one with that hash.
   *
   * @param spec what the run would do then, computed as the first one was
   */
  record Revise(long gate, String hash, RunSpec spec, List<TableEdit> edits, String who)
      implements Input {
    public Revise {
      edits = List.copyOf(edits);
    }
  }

  /** A person stops the whole run. */
  record CancelRun(String who, String why) implements Input {}

  /** The registry was written, or could not be. */
  record RegistryAnswered(long cause, Optional<String> refusal) implements Input {}

  /**
   * Something came in from outside. The same thing again changes nothing.
   *
   * @param rules what the person's settings say about routing
   */
  record FeedbackCame(FeedbackItem item, RoutingRules rules) implements Input {}

  /**
   * It was made an issue, or the issue was described; or not.
   *
   * @param issue that it became or opened again
   * @param failure why it was not
   * @param mayPass whether trying again can help
   */
  record ReportAnswered(
      long cause, long number, Optional<IssueId> issue, String failure, boolean mayPass)
      implements Input {}

  /** What came of a deed about what came in from outside. */
  record DeedAnswered(long cause, long number, Deed.Result result) implements Input {}

  /**
   * What became of a remark was told, or was not.
   *
   * @param number of the feedback
   * @param failure why it was not
   * @param mayPass whether trying again can help
   */
  record ReplyAnswered(long cause, long number, Optional<String> failure, boolean mayPass)
      implements Input {}

  /**
   * A pull request of nobody's session was looked at.
   *
   * @param number of the feedback that it is
   */
  record StraySeen(long number, StrayLook look) implements Input {}

  /** An input for one session. */
  sealed interface OfSession extends Input {
    SessionId session();
  }

  /** A person says something to a session's agent. */
  record Tell(SessionId session, String text, String who) implements OfSession {}

  /** A person gives a session up. */
  record Cancel(SessionId session, String who, String why) implements OfSession {}

  /** A person wants a failed session tried again. */
  record Retry(SessionId session, String who) implements OfSession {}

  /** A person wants to go on with a session's conversation. */
  record TakeOver(SessionId session, String who) implements OfSession {}

  /** The agent's output says something. */
  record Heard(SessionId session, int attempt, AgentSignal signal) implements OfSession {}

  /** The agent called one of its session's tools; it is told the answer. */
  record Called(SessionId session, int attempt, AgentCall call) implements OfSession {}

  /** The process ended. */
  record Exited(SessionId session, int attempt, AgentExit exit) implements OfSession {}

  /**
   * The tracker was asked to show a status; {@code failure} says why it does not.
   *
   * @param outline what was seen of the issue on the way; empty where nothing was
   */
  record IssueAnswered(
      SessionId session,
      IssueStatus status,
      Optional<StepFailed> failure,
      Optional<Outline> outline)
      implements OfSession {
    /** Nothing was seen of the issue. */
    public IssueAnswered(SessionId session, IssueStatus status, Optional<StepFailed> failure) {
      this(session, status, failure, Optional.empty());
    }
  }

  /**
   * A claim was prolonged, or was not.
   *
   * @param fencing its number: an answer about an earlier claim says nothing
   */
  record ClaimSeen(SessionId session, long fencing, Hold hold) implements OfSession {}

  /**
   * The session's pull request was looked at. What was said there came before.
   *
   * @param reviews whatever was said there as a review, earliest first, also what says only that
   *     all is well
   */
  record PullRequestSeen(SessionId session, PullRequestLook look, List<FeedbackItem> reviews)
      implements OfSession {
    public PullRequestSeen {
      reviews = List.copyOf(reviews);
    }
  }

  /**
   * Reviewers were asked on the session's pull request, or were not.
   *
   * @param failure why not
   * @param mayPass whether trying again can help
   */
  record AskAnswered(long cause, SessionId session, Optional<String> failure, boolean mayPass)
      implements OfSession {}

  /** The forge was asked to close the session's pull request. */
  record CloseAnswered(long cause, SessionId session, Came result) implements OfSession {

    /** What came of it. */
    public sealed interface Came {}

    /** Nothing of the session is open there any more. */
    public record Ended(Closing.End end) implements Came {}

    /** It was not done; {@code mayPass} says whether trying again can help. */
    public record Failed(String reason, boolean mayPass) implements Came {}
  }

  /** The result of the effect with that cause. */
  sealed interface Result extends OfSession {
    long cause();
  }

  /**
   * The claim was taken, or is another's.
   *
   * @param fencing the claim's number; empty when {@code holder} has the issue
   */
  record ClaimAnswered(long cause, SessionId session, Optional<Long> fencing, String holder)
      implements Result {}

  record ClaimGone(long cause, SessionId session) implements Result {}

  record WorkspaceMade(long cause, SessionId session, String base) implements Result {}

  /** The effect failed; {@code mayPass} says whether trying again can help. */
  record StepFailed(long cause, SessionId session, String reason, boolean mayPass)
      implements Result {}

  record AgentStarted(long cause, SessionId session) implements Result {}

  record MilestoneSeen(long cause, SessionId session, MilestoneLook look) implements Result {}

  record ExitSeen(long cause, SessionId session, ExitLook look) implements Result {}

  record TakenIn(long cause, SessionId session, TakeInOutcome.TakenIn taken, WorkLook.Seen look)
      implements Result {}

  /** The pull request from {@code branch} shows the commit {@code tip}. */
  record PullRequestOpened(
      long cause, SessionId session, int number, String url, String branch, String tip)
      implements Result {}

  record MergeComputed(long cause, SessionId session, MergeOutcome outcome) implements Result {}

  record MergeChecked(long cause, SessionId session, VerifyOutcome outcome) implements Result {}

  record MergeLanded(long cause, SessionId session, LandOutcome outcome) implements Result {}

  record WorkspaceCleaned(long cause, SessionId session, Optional<String> kept) implements Result {}
}
