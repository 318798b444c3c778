package dev.signalbox.engine;

import dev.signalbox.review.FindingProof;
import dev.signalbox.review.Opinion;
import dev.signalbox.review.RecordOrder;
import dev.signalbox.review.ReviewRecord;
import dev.signalbox.review.Stance;
import dev.signalbox.review.Synthesis;
import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Optional;

/** A fact about a review; its number is that of the fact that opened it. */
public sealed interface ReviewFact extends Fact.OfReview {

  /**
   * Something is to be reviewed; the review's number is this fact's sequence.
   *
   * @param subject the session whose work it is; empty for the plan
   */
  record ReviewOpened(Optional<SessionId> subject) implements ReviewFact {}

  /**
   * Reviewers look at it.
   *
   * @param tip the commit that they look at; empty for the plan
   */
  record ReviewRoundBegun(long review, String tip, List<Review.Seated> seats)
      implements ReviewFact {
    public ReviewRoundBegun {
      seats = List.copyOf(seats);
    }
  }

  /** A reviewer has answered. */
  record OpinionGiven(long review, Opinion opinion) implements ReviewFact {}

  /** A reviewer gave no answer, and will not in this round. */
  record OpinionMissing(long review, SessionId session, String reason) implements ReviewFact {}

  /** The round is over; {@code record} holds what it and the rounds before it found. */
  record ReviewRecorded(long review, ReviewRecord record) implements ReviewFact {}

  /** A fact about reviewers that are no sessions. */
  sealed interface OfElsewhere extends ReviewFact {}

  /** From now on those are waited for in the latest round, for the first time or once more. */
  record ReviewersAwaited(long review, List<String> reviewers) implements OfElsewhere {
    public ReviewersAwaited {
      reviewers = List.copyOf(reviewers);
    }
  }

  /** Those of them that come only when they are called are to be asked. */
  record AskingBegun(long review) implements OfElsewhere {}

  /** They were asked, or could not be. */
  record AskingEnded(long review, Optional<String> failure) implements OfElsewhere {}

  /** One of them was not heard, and is not waited for any more. */
  record ReviewerSilent(long review, String reviewer, String reason) implements OfElsewhere {}

  /** A fact about what reviewers answer each other. */
  sealed interface OfDebate extends ReviewFact {}

  /** Those answer what the others found in the latest round. */
  record DebateBegun(long review, List<Review.Seated> seats) implements OfDebate {
    public DebateBegun {
      seats = List.copyOf(seats);
    }
  }

  /** What one of them answered: at least one, all of the same reviewer. */
  record StancesTaken(long review, List<Stance> stances) implements OfDebate {
    public StancesTaken {
      stances = List.copyOf(stances);
    }
  }

  /** One of them did not answer, and will not in this round. */
  record StancesMissing(long review, SessionId session, String reason) implements OfDebate {}

  /** A session sums up what reviewers found and answered. */
  record SynthesisBegun(long review, SessionId session) implements OfDebate {}

  record SynthesisGiven(long review, Synthesis synthesis) implements OfDebate {}

  /** Nothing was handed in that could be shown. */
  record SynthesisMissing(long review, String reason) implements OfDebate {}

  /** Something from outside was found; {@code record} holds it too. */
  record RecordExtended(long review, ReviewRecord record) implements ReviewFact {}

  /** A person decided about rows, or told some apart or together. */
  record RecordChanged(long review, List<RecordOrder> orders, String who) implements ReviewFact {
    public RecordChanged {
      orders = List.copyOf(orders);
    }
  }

  /** Everything that has to be decided is. */
  record GateTwoPassed(long review, String who) implements ReviewFact {}

  /** The session that the review is about is to mend what was agreed. */
  record FindingsHandedBack(long review) implements ReviewFact {}

  /** The round is broken off: nobody waits for what it would find. */
  record ReviewDropped(long review, String reason) implements ReviewFact {}

  /** The work of that session is reviewed at milestones; the number is this fact's sequence. */
  record MilestoneReviewOpened(SessionId session) implements ReviewFact {}

  /**
   * What the session's subagents found up to the commit {@code tip}.
   *
   * @param proofs what became of their evidence
   * @param record everything found at this milestone and those before it
   */
  record MilestoneReviewed(
      long review,
      String tip,
      List<Opinion> opinions,
      List<FindingProof> proofs,
      ReviewRecord record)
      implements ReviewFact {}
}
