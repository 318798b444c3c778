package dev.signalbox.engine;

import dev.signalbox.engine.Feedback.Fate;
import dev.signalbox.engine.Review.Absence;
import dev.signalbox.engine.Review.Round;
import dev.signalbox.engine.Review.Seated;
import dev.signalbox.engine.Review.Stage;
import dev.signalbox.review.ReviewRecord;
import dev.signalbox.review.Voice;
import dev.signalbox.review.Voice.Standing;
import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Optional;

/** What a fact changes in a review. */
final class ReviewFacts {
  private ReviewFacts() {}

  static void apply(RunDraft draft, Recorded recorded, Fact.OfReview fact) {
    switch (fact) {
      case ReviewFact.ReviewOpened opened ->
          draft.put(Review.opened(recorded.sequence(), opened.subject()));
      case ReviewFact.ReviewRoundBegun begun -> {
        Review review = draft.review(begun.review());
        Round round = Round.of(begun.tip(), begun.seats(), List.of(), List.of());
        draft.put(review.with(round).in(new Stage.Reviewing()));
      }
      case ReviewFact.MilestoneReviewOpened opened ->
          draft.put(Review.inside(recorded.sequence(), opened.session()));
      case ReviewFact.MilestoneReviewed seen -> {
        Round round = Round.of(seen.tip(), List.of(), seen.opinions(), seen.proofs());
        draft.put(
            draft.review(seen.review()).with(round).with(seen.record(), new Stage.Deciding()));
      }
      case ReviewFact.OpinionGiven given -> {
        Review review = draft.review(given.review());
        draft.put(review.with(review.round().with(given.opinion())));
      }
      case ReviewFact.OpinionMissing missing -> {
        Review review = draft.review(missing.review());
        Absence absence = new Absence(reviewer(review, missing.session()), missing.reason());
        draft.put(review.with(review.round().with(absence)));
      }
      case ReviewFact.ReviewRecorded it ->
          draft.put(draft.review(it.review()).with(it.record(), new Stage.Deciding()));
      case ReviewFact.OfDebate it -> apply(draft, it);
      case ReviewFact.OfElsewhere it -> ElsewhereFacts.apply(draft, recorded, it);
      case ReviewFact.RecordExtended it -> {
        Review review = draft.review(it.review());
        draft.put(review.with(it.record(), review.stage()));
      }
      case ReviewFact.RecordChanged changed -> {
        Review review = draft.review(changed.review());
        draft.put(
            review.with(
                Review.after(review.record(), changed.orders(), changed.who()), review.stage()));
      }
      case ReviewFact.GateTwoPassed passed ->
          draft.put(draft.review(passed.review()).in(new Stage.Passed(passed.who())));
      case ReviewFact.FindingsHandedBack back -> {
        Review review = draft.review(back.review());
        String who = review.stage() instanceof Stage.Passed(String passed) ? passed : "";
        draft.put(review.in(new Stage.HandedBack(who)));
      }
      case ReviewFact.ReviewDropped dropped ->
          draft.put(draft.review(dropped.review()).in(new Stage.Dropped(dropped.reason())));
    }
  }

  private static void apply(RunDraft draft, ReviewFact.OfDebate fact) {
    switch (fact) {
      case ReviewFact.DebateBegun begun ->
          draft.put(
              draft
                  .review(begun.review())
                  .with(Debate.of(begun.seats()))
                  .in(new Stage.Answering()));
      case ReviewFact.StancesTaken taken -> {
        Review review = draft.review(taken.review());
        draft.put(review.with(debate(review).answered(taken.stances())));
      }
      case ReviewFact.StancesMissing missing -> {
        Review review = draft.review(missing.review());
        Absence absence = new Absence(reviewer(review, missing.session()), missing.reason());
        draft.put(review.with(debate(review).with(absence)));
      }
      case ReviewFact.SynthesisBegun begun ->
          summed(
              draft,
              begun.review(),
              new Debate.Summing(begun.session(), Optional.empty(), Optional.empty()),
              new Stage.Summing());
      case ReviewFact.SynthesisGiven given ->
          summed(
              draft,
              given.review(),
              new Debate.Summing(
                  summing(draft, given.review()), Optional.of(given.synthesis()), Optional.empty()),
              new Stage.Deciding());
      case ReviewFact.SynthesisMissing missing ->
          summed(
              draft,
              missing.review(),
              new Debate.Summing(
                  summing(draft, missing.review()),
                  Optional.empty(),
                  Optional.of(missing.reason())),
              new Stage.Deciding());
    }
  }

  private static void summed(RunDraft draft, long number, Debate.Summing summing, Stage then) {
    Review review = draft.review(number);
    draft.put(review.with(debate(review).with(summing)).in(then));
  }

  private static SessionId summing(RunDraft draft, long number) {
    return debate(draft.review(number))
        .summing()
        .map(Debate.Summing::session)
        .orElseThrow(() -> new IllegalStateException("expected somebody who sums up"));
  }

  private static Debate debate(Review review) {
    return review
        .round()
        .debate()
        .orElseThrow(() -> new IllegalStateException("expected a debate, found none"));
  }

  /**
   * What became of feedback is what became of the rows that it is in.
   *
   * @return whether a record says something else now
   */
  static boolean told(RunDraft draft, Fact.OfFeedback fact) {
    List<Long> numbers =
        switch (fact) {
          case Fact.FeedbackSettled settled -> settled.numbers();
          case Fact.FeedbackReopened again -> again.numbers();
          case Fact.FeedbackRouted routed -> List.of(routed.number());
          case Fact.OfFeedback _ -> List.of();
        };
    boolean isChanged = false;
    for (long number : numbers) {
      Feedback feedback = draft.feedback(number);
      for (Review review : draft.reviews()) {
        ReviewRecord after = review.record().told(number, outcome(feedback), feedback.isRequired());
        isChanged = isChanged || !after.equals(review.record());
        draft.put(review.with(after, review.stage()));
      }
    }
    return isChanged;
  }

  private static Voice.Outcome outcome(Feedback feedback) {
    if (!(feedback.stage() instanceof Feedback.Stage.Settled(Fate fate, String by, String words))) {
      return Voice.Outcome.OPEN;
    }
    Standing standing =
        switch (fate) {
          case ADDRESSED -> Standing.ADDRESSED;
          case DECLINED -> Standing.DECLINED;
          case WITHDRAWN -> Standing.WITHDRAWN;
          case LEFT, NOTED, FILED, PASSED_ON, MERGED, CLOSED -> Standing.LEFT;
        };
    return new Voice.Outcome(standing, by, words);
  }

  private static String reviewer(Review review, SessionId session) {
    return review
        .round()
        .seat(session)
        .map(Seated::reviewer)
        .orElseThrow(
            () -> new IllegalStateException("expected a reviewer of this round, found " + session));
  }
}
