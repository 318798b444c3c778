package dev.signalbox.runtime;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.MilestoneLook;
import dev.signalbox.engine.ReviewFact;
import dev.signalbox.engine.ReviewPlan;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.review.Finding;
import dev.signalbox.review.FindingProof;
import dev.signalbox.review.MilestoneReport;
import dev.signalbox.review.Opinion;
import dev.signalbox.review.Recommendation;
import dev.signalbox.review.Severity;
import dev.signalbox.session.SessionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;

/**
 * What is seen of sessions at their milestones, and what has to hold of these: none is passed
 * without a review or a person who was told that there was none, and nothing that came after the
 * last one is taken in.
 */
final class SimulatedMilestones {
  private final Optional<ReviewPlan> plan;
  private final Function<SessionId, SortedSet<String>> changed;
  private final Map<Long, SessionId> reviews = new HashMap<>();
  private final Map<SessionId, Integer> subagents = new HashMap<>();
  private final Map<SessionId, String> reviewed = new HashMap<>();
  private final Map<SessionId, String> waiting = new HashMap<>();
  private final Map<SessionId, String> passed = new HashMap<>();
  private final Set<SessionId> told = new HashSet<>();
  private final Set<SessionId> unseen = new HashSet<>();
  private final Set<SessionId> approved = new HashSet<>();

  SimulatedMilestones(RunSpec spec, Function<SessionId, SortedSet<String>> changed) {
    this.plan = spec.lineup().review();
    this.changed = changed;
  }

  /** How many review the session's work from inside; 0: nobody does. */
  static int reviewersOf(RunSpec spec, SessionId id) {
    return spec.lineup()
        .review()
        .filter(plan -> plan.insideOf(id).isPresent())
        .map(plan -> plan.seats().size())
        .orElse(0);
  }

  /** What the hands would see of it. */
  static MilestoneLook look(
      SimulatedWorkspace workspace, String tip, Random random, boolean isCalm) {
    String about = workspace.reviewedAt == workspace.commits ? tip : "another commit";
    boolean isThere = workspace.reviewedAt >= 0 && (isCalm || random.nextInt(10) != 0);
    List<Opinion> opinions = new ArrayList<>();
    boolean isGood = isCalm || random.nextBoolean();
    for (int i = 0; i < workspace.reviewers; i++) {
      opinions.add(
          isGood
              ? new Opinion("r" + i, Recommendation.APPROVE, List.of())
              : new Opinion("r" + i, Recommendation.REVISE, List.of(finding())));
    }
    return new MilestoneLook(
        tip,
        List.copyOf(workspace.uncommitted),
        isThere
            ? new MilestoneReport(about, "It is done.", opinions, List.of())
            : MilestoneReport.NONE,
        List.of(new FindingProof("r0", "F1", FindingProof.Result.NO_LOCATION)));
  }

  private static Finding finding() {
    return new Finding(
        "F1", Severity.CRITICAL, Optional.empty(), "The amount is not checked", "`charge(-5)`", "");
  }

  void see(Fact.OfMilestone fact) {
    SessionId id = fact.session();
    switch (fact) {
      case Fact.SubagentRan _ -> subagents.merge(id, 1, Integer::sum);
      case Fact.MilestoneReached reached -> {
        waiting.put(id, reached.tip());
        approved.remove(id);
        told.remove(id);
      }
      case Fact.MilestoneLeft left -> leave(id, left);
      case Fact.MilestoneBegun _, Fact.MilestoneSentBack _ -> {
        // What they lead to is passed or not.
      }
    }
  }

  private void leave(SessionId id, Fact.MilestoneLeft left) {
    if (!left.isPassed()) {
      subagents.remove(id);
      return;
    }
    String tip = waiting.get(id);
    if (tip == null || !approved.contains(id)) {
      throw new AssertionError(id + " passes a milestone and no person let it");
    }
    int seen = subagents.getOrDefault(id, 0);
    ReviewPlan.Inside inside = plan.flatMap(it -> it.insideOf(id)).orElseThrow();
    boolean isBySubagents = !inside.tellsSubagents() || seen >= plan.orElseThrow().seats().size();
    boolean isOld = tip.equals(passed.get(id));
    boolean isReviewed = tip.equals(reviewed.get(id)) && (isBySubagents || isOld);
    if (!isReviewed && !told.contains(id)) {
      throw new AssertionError(id + " passes a milestone unreviewed, and no person was told");
    }
    passed.put(id, tip);
    subagents.remove(id);
  }

  /** Empty for a review that is none of a session by its own subagents. */
  boolean see(long sequence, Fact.OfReview fact) {
    switch (fact) {
      case ReviewFact.MilestoneReviewOpened opened -> reviews.put(sequence, opened.session());
      case ReviewFact.MilestoneReviewed it -> {
        SessionId id = reviews.get(it.review());
        if (id == null) {
          throw new AssertionError("a milestone of no session: " + it);
        }
        reviewed.put(id, it.tip());
      }
      case ReviewFact.RecordChanged it -> {
        return reviews.containsKey(it.review());
      }
      case ReviewFact.ReviewRecorded it -> {
        return reviews.containsKey(it.review());
      }
      case ReviewFact.GateTwoPassed it -> {
        return reviews.containsKey(it.review());
      }
      case ReviewFact.ReviewDropped it -> {
        return reviews.containsKey(it.review());
      }
      case ReviewFact.OfElsewhere _,
          ReviewFact.ReviewOpened _,
          ReviewFact.ReviewRoundBegun _,
          ReviewFact.OpinionGiven _,
          ReviewFact.OpinionMissing _,
          ReviewFact.RecordExtended _,
          ReviewFact.DebateBegun _,
          ReviewFact.StancesTaken _,
          ReviewFact.StancesMissing _,
          ReviewFact.SynthesisBegun _,
          ReviewFact.SynthesisGiven _,
          ReviewFact.SynthesisMissing _,
          ReviewFact.FindingsHandedBack _ -> {
        return false;
      }
    }
    return true;
  }

  void decided(Gate gate, GateDecision decision) {
    if (gate.kind() == GateKind.MILESTONE && !(decision instanceof GateDecision.Rejected)) {
      approved.addAll(gate.sessions());
      if (gate.shown().startsWith("There is no verified review of this work.")) {
        told.addAll(gate.sessions());
      }
    }
  }

  void takeIn(SessionId id, String tip) {
    boolean isReviewed = plan.flatMap(it -> it.insideOf(id)).isPresent();
    if (isReviewed && !changed.apply(id).isEmpty() && !tip.equals(passed.get(id))) {
      unseen.add(id);
    } else {
      unseen.remove(id);
    }
  }

  /** What passed no milestone is looked at by a person. */
  void pass(SessionId id, boolean isByPerson) {
    if (unseen.contains(id) && !isByPerson) {
      throw new AssertionError(id + " may merge, and passed no milestone");
    }
  }
}
