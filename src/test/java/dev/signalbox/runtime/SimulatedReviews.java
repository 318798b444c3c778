package dev.signalbox.runtime;

import dev.signalbox.engine.Fact;
import dev.signalbox.engine.ReviewFact;
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
 * What has to hold of reviews: nothing starts and nothing is merged that is to be reviewed first,
 * and nobody is asked for what was handed in already.
 */
final class SimulatedReviews {
  private final Optional<ReviewPlan> plan;
  private final Function<SessionId, SortedSet<String>> changed;

  /** By the review's number; empty for the plan's. */
  private final Map<Long, Optional<SessionId>> subjects = new HashMap<>();

  private final Set<Optional<SessionId>> passed = new HashSet<>();

  /** By the review's number: who was asked for what in the latest round, and the sessions. */
  private final Map<Long, Map<String, SessionId>> asked = new HashMap<>();

  /** By the review's number: those elsewhere who were not heard of yet. */
  private final Map<Long, Set<String>> awaited = new HashMap<>();

  /** Those who handed in what counts. */
  private final Set<SessionId> heard = new HashSet<>();

  SimulatedReviews(RunSpec spec, Function<SessionId, SortedSet<String>> changed) {
    this.plan = spec.lineup().review();
    this.changed = changed;
  }

  void see(long sequence, Fact.OfReview fact) {
    switch (fact) {
      case ReviewFact.ReviewOpened opened -> subjects.put(sequence, opened.subject());
      case ReviewFact.ReviewRoundBegun begun -> {
        passed.remove(subject(begun.review()));
        asked.put(begun.review(), new HashMap<>());
        awaited.remove(begun.review());
        begun
            .seats()
            .forEach(seat -> ask(begun.review(), "look " + seat.reviewer(), seat.session()));
      }
      case ReviewFact.ReviewersAwaited it -> {
        passed.remove(subject(it.review()));
        awaited.put(it.review(), new HashSet<>(it.reviewers()));
      }
      case ReviewFact.ReviewerSilent it -> answer(it.review(), it.reviewer());
      case ReviewFact.OpinionGiven given -> {
        if (!answer(given.review(), given.opinion().reviewer())) {
          hear(given.review(), "look " + given.opinion().reviewer());
        }
      }
      case ReviewFact.DebateBegun begun ->
          begun
              .seats()
              .forEach(seat -> ask(begun.review(), "answer " + seat.reviewer(), seat.session()));
      case ReviewFact.StancesTaken taken ->
          hear(taken.review(), "answer " + taken.stances().getFirst().reviewer());
      case ReviewFact.SynthesisBegun begun -> ask(begun.review(), "sum up", begun.session());
      case ReviewFact.SynthesisGiven given -> hear(given.review(), "sum up");
      case ReviewFact.GateTwoPassed it -> {
        if (!awaited.getOrDefault(it.review(), Set.of()).isEmpty()) {
          throw new AssertionError("Gate 2 is passed without " + awaited.get(it.review()));
        }
        passed.add(subject(it.review()));
      }
      case ReviewFact.ReviewDropped dropped -> passed.remove(subject(dropped.review()));
      case ReviewFact.AskingBegun _,
          ReviewFact.AskingEnded _,
          ReviewFact.MilestoneReviewOpened _,
          ReviewFact.MilestoneReviewed _,
          ReviewFact.OpinionMissing _,
          ReviewFact.StancesMissing _,
          ReviewFact.SynthesisMissing _,
          ReviewFact.ReviewRecorded _,
          ReviewFact.RecordChanged _,
          ReviewFact.RecordExtended _,
          ReviewFact.FindingsHandedBack _ -> {
        // What they lead to is passed or not.
      }
    }
  }

  private void ask(long review, String what, SessionId session) {
    if (asked.getOrDefault(review, Map.of()).containsKey(what)) {
      throw new AssertionError("somebody is asked twice in one round to " + what);
    }
    asked.computeIfAbsent(review, _ -> new HashMap<>()).put(what, session);
  }

  /** Whether it is one elsewhere, of whom it is known now how it stands. */
  private boolean answer(long review, String reviewer) {
    return awaited.getOrDefault(review, new HashSet<>()).remove(reviewer);
  }

  private void hear(long review, String what) {
    SessionId session = asked.getOrDefault(review, Map.of()).get(what);
    if (session == null || !heard.add(session)) {
      throw new AssertionError("what was handed in counts twice, or nobody asked: " + what);
    }
  }

  /** A process begins for a session. */
  void begin(SessionId id) {
    if (heard.contains(id)) {
      throw new AssertionError(id + " is asked again for what it handed in");
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
