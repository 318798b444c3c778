package dev.signalbox.runtime;

import dev.signalbox.engine.Fact;
import dev.signalbox.engine.ReviewPlan;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.session.SessionId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;

/**
 * What has to hold of reviews: nothing starts and nothing is merged that is to be reviewed first.
 */
final class SimulatedReviews {
  private final Optional<ReviewPlan> plan;
  private final Function<SessionId, SortedSet<String>> changed;

  /** By the review's number; empty for the plan's. */
  private final Map<Long, Optional<SessionId>> subjects = new HashMap<>();

  private final Set<Optional<SessionId>> passed = new HashSet<>();

  SimulatedReviews(RunSpec spec, Function<SessionId, SortedSet<String>> changed) {
    this.plan = spec.lineup().review();
    this.changed = changed;
  }

  void see(long sequence, Fact.OfReview fact) {
    switch (fact) {
      case Fact.ReviewOpened opened -> subjects.put(sequence, opened.subject());
      case Fact.ReviewRoundBegun begun -> passed.remove(subject(begun.review()));
      case Fact.GateTwoPassed it -> passed.add(subject(it.review()));
      case Fact.ReviewDropped dropped -> passed.remove(subject(dropped.review()));
      case Fact.OpinionGiven _,
          Fact.OpinionMissing _,
          Fact.ReviewRecorded _,
          Fact.RecordChanged _,
          Fact.RecordExtended _,
          Fact.FindingsHandedBack _ -> {
        // What they lead to is passed or not.
      }
    }
  }

  private Optional<SessionId> subject(long review) {
    Optional<SessionId> subject = subjects.get(review);
    if (subject == null) {
      throw new AssertionError("a fact about a review that was not opened: " + review);
    }
    return subject;
  }

  void start(SessionId id) {
    if (plan.filter(ReviewPlan::isBeforeDispatch).isPresent()
        && !passed.contains(Optional.<SessionId>empty())) {
      throw new AssertionError(id + " starts and the plan has not passed Gate 2");
    }
  }

  void merge(SessionId id) {
    boolean isToBeReviewed =
        plan.filter(it -> it.sessions().contains(id)).isPresent() && !changed.apply(id).isEmpty();
    if (isToBeReviewed && !passed.contains(Optional.of(id))) {
      throw new AssertionError(id + " merges and was not reviewed");
    }
  }
}
