package dev.signalbox.engine;

import dev.signalbox.engine.Awaiting.Asking;
import dev.signalbox.engine.Review.Stage;
import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Optional;

/** Reviewers that come only when they are called are asked once in each round. */
final class AskingRules {
  private AskingRules() {}

  /** The forge can be reached again. */
  static void again(Deciding deciding, long number) {
    Review review = deciding.run().review(number);
    if (review.round().awaiting().orElseThrow().asking() instanceof Asking.Failed
        && callers(deciding.spec(), review).stream()
            .anyMatch(each -> !review.round().isHeard(each.reviewer()))) {
      deciding.emit(new ReviewFact.AskingBegun(number));
    }
  }

  /** What came of asking; those who cannot be asked are not waited for. */
  static void answered(Deciding deciding, Input.AskAnswered answered) {
    Optional<Review> found =
        ReviewRules.about(deciding, answered.session())
            .filter(review ->
                review
                    .round()
                    .awaiting()
                    .filter(it -> it.asking().equals(new Asking.Begun(answered.cause())))
                    .isPresent());
    if (found.isEmpty()) {
      return;
    }
    Review review = found.get();
    deciding.emit(new ReviewFact.AskingEnded(review.number(), answered.failure()));
    if (answered.failure().isPresent()
        && !answered.mayPass()
        && review.stage() instanceof Stage.Reviewing) {
      for (AwaitedReviewer each : callers(deciding.spec(), review)) {
        if (!review.round().isHeard(each.reviewer())) {
          ElsewhereRules.silent(
              deciding, review, each, "it could not be asked: " + answered.failure().get());
        }
      }
    }
  }

  /** Those who come only when they are called. */
  static List<AwaitedReviewer> callers(RunSpec spec, Review review) {
    List<String> awaited = review.round().awaiting().map(Awaiting::reviewers).orElse(List.of());
    return spec.lineup().elsewhere().stream()
        .filter(each -> awaited.contains(each.reviewer()) && each.mention().isPresent())
        .toList();
  }

  /** What the forge is asked for; nothing is said there for a session whose claim is another's. */
  static Optional<Effect> outstanding(RunState state, Review review) {
    Optional<SessionId> subject =
        review.subject().filter(id -> state.find(id).filter(AskingRules::isOurs).isPresent());
    return review.stage() instanceof Stage.Reviewing
            && subject.isPresent()
            && review.round().awaiting().map(Awaiting::asking).orElseGet(Asking.None::new)
                instanceof Asking.Begun(long cause)
        ? Optional.of(new Effect.AskReviewers(cause, subject.get(), review.number()))
        : Optional.empty();
  }

  private static boolean isOurs(Session session) {
    return !session.trace().hold().isGone() && session.trace().pullRequest().isPresent();
  }
}
