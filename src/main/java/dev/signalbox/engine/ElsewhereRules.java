package dev.signalbox.engine;

import dev.signalbox.engine.Awaiting.Asking;
import dev.signalbox.engine.Review.Stage;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.OutsideReview;
import dev.signalbox.forge.PullRequestLook.Standing;
import dev.signalbox.review.Opinion;
import dev.signalbox.review.Recommendation;
import dev.signalbox.review.Row;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reviewers of the profile that are no sessions (mission section 3, options A, B, C and H). They
 * are heard when a look at the pull request shows that they have looked at the commit under review;
 * what they found came in before, as feedback.
 */
final class ElsewhereRules {
  private ElsewhereRules() {}

  /** A round about a session's work begins: all of them are waited for. */
  static void begin(Deciding deciding, Review review) {
    List<String> all =
        deciding.spec().lineup().elsewhere().stream().map(AwaitedReviewer::reviewer).toList();
    if (review.subject().isPresent() && !all.isEmpty()) {
      await(deciding, review, all);
    }
  }

  private static void await(Deciding deciding, Review review, List<String> reviewers) {
    deciding.emit(new ReviewFact.ReviewersAwaited(review.number(), reviewers));
    if (reviewers.stream().anyMatch(each -> spec(deciding, each).mention().isPresent())) {
      deciding.emit(new ReviewFact.AskingBegun(review.number()));
    }
  }

  /** A person wants to wait once more for those who were silent. */
  static void again(Deciding deciding, Review review) {
    await(deciding, review, review.round().silent());
  }

  private static AwaitedReviewer spec(Deciding deciding, String reviewer) {
    return deciding.spec().lineup().elsewhere().stream()
        .filter(each -> each.reviewer().equals(reviewer))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("expected a reviewer, found " + reviewer));
  }

  /**
   * The pull request was looked at, and everything said there has come in. Only then is anybody
   * taken for silent: while nobody could look, nobody can tell.
   */
  static void seen(Deciding deciding, Input.PullRequestSeen seen) {
    Optional<Review> found =
        ReviewRules.about(deciding, seen.session())
            .filter(review -> review.stage() instanceof Stage.Reviewing)
            .filter(review -> review.round().tip().equals(seen.look().head()));
    if (found.isEmpty() || seen.look().standing() != Standing.OPEN) {
      return;
    }
    Review review = found.get();
    review
        .round()
        .awaiting()
        .ifPresent(awaiting -> {
          for (String reviewer : awaiting.reviewers()) {
            if (!review.round().isHeard(reviewer)) {
              hear(deciding, review, awaiting, spec(deciding, reviewer), seen.reviews());
            }
          }
          AskingRules.again(deciding, review.number());
        });
  }

  private static void hear(
      Deciding deciding,
      Review review,
      Awaiting awaiting,
      AwaitedReviewer reviewer,
      List<FeedbackItem> reviews) {
    boolean isHeard =
        reviews.stream()
            .filter(reviewer::isBy)
            .anyMatch(item -> OutsideReview.isOf(item, review.round().tip(), awaiting.since()));
    if (isHeard) {
      deciding.emit(
          new ReviewFact.OpinionGiven(
              review.number(), opinion(deciding, review, reviewer.reviewer())));
    } else if (Duration.between(awaiting.since(), deciding.at()).compareTo(reviewer.patience())
        >= 0) {
      silent(
          deciding,
          review,
          reviewer,
          "nothing was heard of this commit for %s%s"
              .formatted(
                  reviewer.patienceWords(),
                  awaiting.asking() instanceof Asking.Failed(String why)
                      ? ", and it could not be asked: " + why
                      : ""));
    }
  }

  static void silent(Deciding deciding, Review review, AwaitedReviewer reviewer, String reason) {
    deciding.emit(new ReviewFact.ReviewerSilent(review.number(), reviewer.reviewer(), reason));
  }

  /** What it found stands in the record, as others' words do. */
  private static Opinion opinion(Deciding deciding, Review review, String reviewer) {
    SortedMap<Long, String> voices = voices(deciding, review, List.of(reviewer));
    boolean isWeighty =
        review.record().rows().stream()
            .map(Row::voices)
            .flatMap(List::stream)
            .filter(voice -> voices.containsKey(voice.feedback()))
            .anyMatch(voice -> voice.finding().severity().isToBeDecided());
    return new Opinion(
        reviewer, isWeighty ? Recommendation.REVISE : Recommendation.APPROVE, List.of());
  }

  /** What those who were heard in this round said of its commit: whose it is, by its number. */
  static SortedMap<Long, String> voices(Deciding deciding, Review review) {
    return voices(
        deciding,
        review,
        review.round().opinions().stream()
            .map(Opinion::reviewer)
            .filter(review.round()::isElsewhere)
            .toList());
  }

  private static SortedMap<Long, String> voices(
      Deciding deciding, Review review, List<String> reviewers) {
    SortedMap<Long, String> voices = new TreeMap<>();
    for (String name : reviewers) {
      AwaitedReviewer reviewer = spec(deciding, name);
      deciding.run().feedback().stream()
          .filter(each -> each.session().equals(review.subject()))
          .filter(each -> reviewer.isBy(each.item()))
          .filter(each -> OutsideReview.isAbout(each.item(), review.round().tip()))
          .forEach(each -> voices.put(each.number(), name));
    }
    return voices;
  }
}
