package dev.signalbox.engine;

import dev.signalbox.engine.Awaiting.Asking;

/** What a fact about reviewers elsewhere changes in a review. */
final class ElsewhereFacts {
  private ElsewhereFacts() {}

  static void apply(RunDraft draft, Recorded recorded, ReviewFact.OfElsewhere fact) {
    switch (fact) {
      case ReviewFact.ReviewersAwaited it -> {
        Review review = draft.review(it.review());
        Awaiting awaiting =
            new Awaiting(recorded.sequence(), recorded.at(), it.reviewers(), new Asking.None());
        draft.put(review.with(review.round().awaiting(awaiting)).in(new Review.Stage.Reviewing()));
      }
      case ReviewFact.AskingBegun it ->
          asking(draft, it.review(), new Asking.Begun(recorded.sequence()));
      case ReviewFact.AskingEnded it ->
          asking(
              draft,
              it.review(),
              it.failure().<Asking>map(Asking.Failed::new).orElseGet(Asking.Done::new));
      case ReviewFact.ReviewerSilent it -> {
        Review review = draft.review(it.review());
        draft.put(review.with(review.round().with(new Review.Absence(it.reviewer(), it.reason()))));
      }
    }
  }

  private static void asking(RunDraft draft, long number, Asking next) {
    Review review = draft.review(number);
    Awaiting awaiting =
        review
            .round()
            .awaiting()
            .orElseThrow(() -> new IllegalStateException("expected reviewers elsewhere"));
    draft.put(review.with(review.round().awaiting(awaiting.in(next))));
  }
}
