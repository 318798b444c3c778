package dev.signalbox.runtime;

import dev.signalbox.engine.AwaitedReviewer;
import dev.signalbox.engine.Effect;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.Recorded;
import dev.signalbox.engine.Review;
import dev.signalbox.engine.ReviewFact;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.feedback.Content;
import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.Speaker;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.Speaker.Standing;
import dev.signalbox.feedback.Subject;
import dev.signalbox.session.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Reviewers elsewhere, who look at pull requests when they like; some only when they are asked. */
final class SimulatedSeats {
  private final Random random;
  private final Planted planted;
  private final List<AwaitedReviewer> reviewers;
  private final Map<SessionId, Set<Look>> looks = new TreeMap<>();
  private final Set<SessionId> asked = new LinkedHashSet<>();
  boolean isCalm;

  private record Look(String reviewer, String tip) {}

  SimulatedSeats(Random random, RunSpec spec, Planted planted) {
    this.random = random;
    this.planted = planted;
    this.reviewers = spec.lineup().elsewhere();
  }

  /** A lost answer of the forge was said all the same. */
  Input ask(Effect.AskReviewers it) {
    boolean isFault = !isCalm && random.nextInt(3) == 0;
    if (!isFault || random.nextBoolean()) {
      asked.add(it.session());
    }
    return new Input.AskAnswered(
        it.cause(),
        it.session(),
        isFault ? Optional.of("the forge is away") : Optional.empty(),
        random.nextInt(4) != 0);
  }

  /** Some look now; what stands on the pull request is told, also of earlier commits. */
  List<FeedbackItem> reviews(SessionId id, String tip) {
    Set<Look> known = looks.computeIfAbsent(id, _ -> new LinkedHashSet<>());
    List<FeedbackItem> items = new ArrayList<>();
    for (AwaitedReviewer each : reviewers) {
      boolean isCalled = each.mention().isEmpty() || asked.contains(id);
      if (isCalled && random.nextInt(4) == 0) {
        known.add(new Look(each.reviewer(), tip));
      }
    }
    for (Look look : known) {
      String told = planted == Planted.SEAT_IMAGINED ? tip : look.tip();
      items.add(item(look.reviewer(), told));
    }
    return items;
  }

  private static FeedbackItem item(String reviewer, String tip) {
    return new FeedbackItem(
        "github:review:" + reviewer + tip,
        new Speaker(Source.AGENT, reviewer, Standing.KNOWN),
        FeedbackItem.Kind.REVIEW,
        new Subject(
            Optional.empty(), Optional.empty(), Optional.of(1), Optional.empty(), Optional.of(tip)),
        new Content(
            "Clean",
            "All is well.",
            Optional.empty(),
            Result.PASSED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Instant.EPOCH);
  }

  /** Whoever counts as heard has looked at the commit of the round. */
  void see(Recorded recorded, RunState state) {
    if (recorded.fact() instanceof ReviewFact.OpinionGiven given) {
      Review review = Optional.ofNullable(state.reviews().get(given.review())).orElseThrow();
      Look look = new Look(given.opinion().reviewer(), review.round().tip());
      boolean isElsewhere =
          reviewers.stream().anyMatch(each -> each.reviewer().equals(look.reviewer()));
      if (isElsewhere
          && !looks.getOrDefault(review.subject().orElseThrow(), Set.of()).contains(look)) {
        throw new AssertionError("counts as heard, and did not look: " + look);
      }
    }
  }
}
