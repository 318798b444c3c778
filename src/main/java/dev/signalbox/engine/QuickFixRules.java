package dev.signalbox.engine;

import dev.signalbox.engine.Feedback.Fate;
import dev.signalbox.engine.Feedback.Stage;
import dev.signalbox.feedback.QuickFix;
import dev.signalbox.feedback.QuickFix.Verdict;
import dev.signalbox.feedback.StrayLook;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.MergeMode;
import java.time.Duration;

/**
 * Quick fixes: reviewed by Copilot, then merged, around phase, slot and gates (mission section 7).
 * Whatever is not plainly good is a person's.
 */
final class QuickFixRules {
  private QuickFixRules() {}

  static void came(Deciding deciding, Feedback feedback, int pullRequest) {
    if (deciding.spec().target().merge() != MergeMode.PULL_REQUEST
        || deciding.run().course().isCancelled()) {
      FeedbackRules.ask(
          deciding,
          feedback,
          "Pull request %d is a quick fix: have Copilot review it, then merge it."
              .formatted(pullRequest));
      return;
    }
    StrayRules.supersede(deciding, feedback);
    deciding.emit(new Fact.DeedBegun(feedback.number(), new Deed.AskReview(pullRequest, 1)));
  }

  static void asked(Deciding deciding, Feedback feedback, Deed.AskReview deed, Deed.Result result) {
    if (result instanceof Deed.Result.Asked(String head)) {
      deciding.emit(new Fact.ReviewAsked(feedback.number(), head, deed.round()));
    }
  }

  static void merged(Deciding deciding, Feedback feedback, Deed.Merge deed, Deed.Result result) {
    if (result instanceof Deed.Result.Merged(String commit)) {
      FeedbackRules.settle(
          deciding, feedback, Fate.MERGED, "Signalbox", deed.head() + " merged as " + commit);
    } else if (result instanceof Deed.Result.Moved) {
      deciding.emit(new Fact.ReviewAsked(feedback.number(), deed.head(), deed.round()));
    }
  }

  static void seen(Deciding deciding, Feedback feedback, StrayLook look) {
    if (!(feedback.stage() instanceof Stage.Watched(String head, var since, int round))) {
      return;
    }
    boolean isLong =
        Duration.between(since, deciding.at()).compareTo(Limits.CHECKS_APPEAR_LIMIT) >= 0;
    int number = feedback.pullRequest().orElseThrow();
    QuickFix expected =
        new QuickFix(feedback.item().speaker(), deciding.spec().target().base(), head);
    switch (expected.of(look, isLong)) {
      case Verdict.Wait _ -> {
        // It is looked at again.
      }
      case Verdict.Ready _ ->
          deciding.emit(new Fact.DeedBegun(feedback.number(), new Deed.Merge(number, head, round)));
      case Verdict.Moved(String now) -> {
        if (round < Limits.QUICK_FIX_ROUNDS_MAX) {
          deciding.emit(
              new Fact.DeedBegun(feedback.number(), new Deed.AskReview(number, round + 1)));
        } else {
          FeedbackRules.ask(
              deciding,
              feedback,
              "Expected %s, which was reviewed, found %s: it changed %d times."
                  .formatted(head, now, round));
        }
      }
      case Verdict.Merged _ ->
          FeedbackRules.settle(
              deciding, feedback, Fate.MERGED, "somebody", "it was merged on the forge");
      case Verdict.Closed _ ->
          FeedbackRules.settle(
              deciding, feedback, Fate.WITHDRAWN, "somebody", "it was closed on the forge");
      case Verdict.Ask(String reason) ->
          FeedbackRules.ask(deciding, feedback, "At " + head + ": " + reason);
    }
  }

  static void tick(Deciding deciding, Feedback feedback, Stage.Watched watched) {
    Duration waited = Duration.between(watched.since(), deciding.at());
    if (waited.compareTo(Limits.QUICK_FIX_WAIT_MAX) >= 0) {
      FeedbackRules.ask(
          deciding,
          feedback,
          "Expected Copilot's review of %s and its checks within %d minutes, found no end of them."
              .formatted(watched.head(), Limits.QUICK_FIX_WAIT_MAX.toMinutes()));
    }
  }
}
