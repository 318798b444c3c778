package dev.signalbox.engine;

import dev.signalbox.feedback.Destination;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.plan.IssueId;
import dev.signalbox.session.SessionId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that came in from outside, and what became of it.
 *
 * @param number the sequence of the fact that took it: its name towards agents and people
 * @param at when it was taken
 * @param told how often an agent was told since a person last said whose it is
 * @param reply what its sender is told, where that is on a pull request
 */
public record Feedback(
    long number,
    FeedbackItem item,
    Destination destination,
    Instant at,
    int told,
    Stage stage,
    Reply reply) {

  /** How far it is. */
  public sealed interface Stage {

    /** The session hears of it when it listens. */
    record Waiting() implements Stage {}

    /**
     * The session's agent was told.
     *
     * @param tip the commit that the work was at; empty while it was being worked on
     * @param isClaimed whether the agent says that it is addressed
     */
    record Told(Optional<String> tip, boolean isClaimed) implements Stage {}

    /**
     * A person decides.
     *
     * @param gate its number
     */
    record Asked(long gate) implements Stage {}

    /** It is being made an issue. */
    record Filing(long cause, SessionState.Retry retry) implements Stage {}

    /** A session writes the specification of the issue that it became. */
    record Drafting(IssueId issue, SessionId session) implements Stage {}

    /** What the session wrote is being made the issue's description. */
    record Describing(long cause, IssueId issue, SessionId session, SessionState.Retry retry)
        implements Stage {}

    /** Something is done about it on the forge. */
    record Doing(Deed deed, long cause, SessionState.Retry retry) implements Stage {}

    /**
     * A quick fix waits for Copilot's review and for its checks.
     *
     * @param head the commit that is to be reviewed
     * @param since when Copilot was asked
     * @param round from 1: one for each head
     */
    record Watched(String head, Instant since, int round) implements Stage {}

    /**
     * It came to its end.
     *
     * @param by who brought it there: a session, a person, or its own sender
     * @param words why, or which issue; may be empty
     */
    record Settled(Fate fate, String by, String words) implements Stage {}
  }

  /** What became of it. */
  public enum Fate {
    /** The work was changed for it. */
    ADDRESSED,
    /** The implementer says why not. */
    DECLINED,
    /** It was optional, and the work is done without it. */
    LEFT,
    /** Somebody has seen it, and nothing else was to be done. */
    NOTED,
    /** It became an issue, or opened one again. */
    FILED,
    /** The agent of the design loop was called. */
    PASSED_ON,
    /** The quick fix is merged. */
    MERGED,
    /** The pull request was closed in favour of another one. */
    CLOSED,
    /** Its sender took it back, or says that it is settled. */
    WITHDRAWN
  }

  /** The session that it goes to; empty for what goes to people. */
  public Optional<SessionId> session() {
    return destination instanceof Destination.ToSession to
        ? Optional.of(to.session())
        : Optional.empty();
  }

  /** Whether it goes to that session. */
  boolean isFor(SessionId id) {
    return session().equals(Optional.of(id));
  }

  /** Whether it may not be merged without. */
  public boolean isRequired() {
    return destination instanceof Destination.ToSession to && to.use() == Destination.Use.REQUIRED;
  }

  /** Whether it came to its end. */
  public boolean isSettled() {
    return stage instanceof Stage.Settled;
  }

  /** Whether it is a pull request that this run deals with now, which is looked at for that. */
  public boolean isUnderWay() {
    return stage instanceof Stage.Doing || stage instanceof Stage.Watched;
  }

  /** The number of the pull request that it is about; empty for none. */
  public Optional<Integer> pullRequest() {
    return item.subject().pullRequest();
  }

  Feedback in(Stage next) {
    return new Feedback(number, item, destination, at, told, next, reply);
  }

  Feedback with(Reply next) {
    return new Feedback(number, item, destination, at, told, stage, next);
  }

  Feedback told(Optional<String> tip) {
    return new Feedback(number, item, destination, at, told + 1, new Stage.Told(tip, false), reply);
  }

  /** A person says whose it is: from there on its agent is told as often as of something new. */
  Feedback to(Destination next) {
    return new Feedback(number, item, next, at, 0, new Stage.Waiting(), reply);
  }
}
