package dev.signalbox.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a session stands (design section 6). What is known in one state only lives in that state.
 *
 * <p>{@code cause} is the sequence of the fact whose effect is awaited; a result that names another
 * is late and ignored.
 */
public sealed interface SessionState {

  /** Its turn has not come. */
  record Planned() implements SessionState {}

  /** Its issue is being claimed. */
  record Claimed(long cause, Retry retry) implements SessionState {}

  /** Its workspace is being made. */
  record Preparing(long cause, Retry retry) implements SessionState {}

  /** A process is to be started, or is started and has not confirmed yet. */
  record Starting(Attempt attempt, Retry retry) implements Live {}

  /** The next attempt waits for its time. */
  record BackingOff(Beginning beginning, Instant notBefore) implements SessionState {}

  /** The agent works. */
  record Working(Attempt attempt) implements Live {}

  /** The agent waits for a person. */
  record AwaitingDecision(Attempt attempt) implements Live {}

  /**
   * The process is being ended, so that a person goes on with the conversation.
   *
   * @param who the person
   */
  record HandingOver(Attempt attempt, long cause, String who) implements Live {}

  /**
   * A person goes on with the conversation, in the agent's own screen.
   *
   * @param attempt the screen's process, which the person's own command starts
   * @param who the person
   * @param isLeft whether the screen was seen to end
   */
  record TakenOver(Attempt attempt, String who, boolean isLeft) implements Live {}

  /** The process is being ended. */
  record Stopping(Attempt attempt, long cause, Ending ending) implements Live {}

  /**
   * The agent says that it is done.
   *
   * @param isRunning whether the process still lives
   */
  record Exiting(Attempt attempt, ExitStep step, boolean isRunning) implements Live {}

  /** Its work is in the repository and may not be merged yet. */
  record InReview(String tip, ReviewStep step) implements SessionState {}

  /** Its work may be merged. */
  record MergeReady(String tip, MergeStep step) implements SessionState {}

  /** Its work is in the base, or there was none. */
  record Merged(Optional<String> commit) implements SessionState {}

  /**
   * A person decides how it goes on; until then nothing of it moves.
   *
   * @param from where it stood
   * @param isGone whether its process ended meanwhile
   */
  record Halted(SessionState from, String reason, boolean isGone) implements SessionState {}

  record Failed(String reason) implements SessionState {}

  record Abandoned(String reason) implements SessionState {}

  /** A state with a process, or with one about to be started. */
  sealed interface Live extends SessionState
      permits Starting, Working, AwaitingDecision, HandingOver, TakenOver, Stopping, Exiting {
    Attempt attempt();
  }

  /**
   * Transient failures of the current step.
   *
   * @param failures in a row
   * @param notBefore when it is tried again; empty when that is now
   */
  record Retry(int failures, Optional<Instant> notBefore) {
    static final Retry NONE = new Retry(0, Optional.empty());
  }

  /** What happens to a session that says it is done. */
  sealed interface ExitStep {
    /** The workspace is being looked at. */
    record Checking(long cause, Retry retry) implements ExitStep {}

    /** It is at a milestone: its work and the review of that are being looked at. */
    record Reviewing(long cause, Retry retry) implements ExitStep {}

    /** The process has been told that nothing more comes. */
    record Ending() implements ExitStep {}

    /** The branch is being taken in. */
    record TakingIn(long cause, Retry retry) implements ExitStep {}
  }

  /** What happens to a session whose work is in the repository. */
  sealed interface ReviewStep {
    /** Its pull request is being opened or brought up to date. */
    record Opening(long cause, Retry retry) implements ReviewStep {}

    /** Its pull request cannot be opened, or is not what it was: a person decides. */
    record Blocked(String reason) implements ReviewStep {}

    /** People, checks and reviewers look at it. */
    record Open() implements ReviewStep {}
  }

  /** What happens to a session that may be merged. */
  sealed interface MergeStep {
    /** Another session merges first. */
    record Waiting() implements MergeStep {}

    record Computing(long cause, Instant at, Retry retry) implements MergeStep {}

    record Verifying(long cause, String base, String commit, Retry retry) implements MergeStep {}

    record Landing(long cause, String base, String commit, Retry retry) implements MergeStep {}

    /**
     * A person decides, or a session that a person chose resolves what is in conflict.
     *
     * @param paths in conflict; none where it waits for something else
     */
    record Blocked(String reason, List<String> paths) implements MergeStep {
      public Blocked {
        paths = List.copyOf(paths);
      }
    }
  }
}
