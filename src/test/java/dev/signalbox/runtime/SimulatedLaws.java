package dev.signalbox.runtime;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Purpose;
import dev.signalbox.engine.Recorded;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.Question;
import dev.signalbox.session.SessionId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;

/** What has to hold of the facts alone, whatever rule made them; read in the journal's order. */
final class SimulatedLaws {
  private final RunSpec spec;
  private final Map<Long, Gate> open = new HashMap<>();
  private final Set<SessionId> reviewed = new HashSet<>();
  private final Set<SessionId> lostClaims = new HashSet<>();
  private final Set<SessionId> settled = new HashSet<>();
  private final Set<SessionId> joined = new HashSet<>();
  private final Set<SessionId> resolvers = new HashSet<>();
  private final Set<SessionId> closed = new HashSet<>();
  private final Map<SessionId, Long> failed = new HashMap<>();
  private final Set<String> decidedQuestions = new HashSet<>();
  private final Set<String> answered = new HashSet<>();
  private final SimulatedDrift drift;
  private final SimulatedReviews reviews;
  private final SimulatedMilestones milestones;
  private final Set<SessionId> recommended = new HashSet<>();
  private final Set<SessionId> approved = new HashSet<>();
  private final SimulatedOutside outside;
  private final SimulatedInquiries inquiries = new SimulatedInquiries();
  private long checkpoint;

  /**
   * @param changed what a session's branch really changes
   */
  SimulatedLaws(RunSpec spec, Function<SessionId, SortedSet<String>> changed) {
    this.spec = spec;
    this.drift = new SimulatedDrift(spec, changed);
    this.reviews = new SimulatedReviews(spec, changed);
    this.milestones = new SimulatedMilestones(spec, changed);
    this.outside = new SimulatedOutside(spec);
  }

  /** An agent's question, before the engine hears of it. */
  void asked(SessionId id, Question question) {
    drift.asked(id, question);
  }

  void see(Recorded recorded) {
    drift.see(recorded.fact());
    outside.see(recorded);
    inquiries.see(recorded.fact());
    if (recorded.fact() instanceof Fact.OfSession fact) {
      hold(fact);
    }
    switch (recorded.fact()) {
      case Fact.GateOpened(Gate gate) -> open.put(gate.number(), gate);
      case Fact.GateDecided decided -> decide(recorded.sequence(), decided);
      case Fact.GateWithdrawn withdrawn -> open.remove(withdrawn.number());
      case Fact.MessageQueued queued -> say(queued.session(), queued.message());
      case Fact.AttemptBegun begun -> reviews.begin(begun.session());
      case Fact.SessionAdmitted admitted -> start(admitted.session());
      case Fact.SessionAdded added -> {
        joined.add(added.spec().id());
        if (added.spec().work().purpose() == Purpose.RESOLVE) {
          resolvers.add(added.spec().id());
        }
      }
      case Fact.TakeInBegun begun -> {
        if (joined.contains(begun.session()) && !resolvers.contains(begun.session())) {
          throw new AssertionError(begun.session() + " is not of the plan, and is taken in");
        }
      }
      case Fact.TakenIn taken -> {
        reviewed.remove(taken.session());
        milestones.takeIn(taken.session(), taken.tip());
      }
      case Fact.RecommendationApproved it -> approve(it);
      case Fact.OfMilestone fact -> milestones.see(fact);
      case Fact.OfReview fact -> {
        if (!milestones.see(recorded.sequence(), fact)) {
          reviews.see(recorded.sequence(), fact);
        }
      }
      case Fact.ReviewPassed it ->
          milestones.pass(it.session(), !it.by().equals("no reviewer is configured"));
      case Fact.MergeVerified verified -> merge(verified.session());
      case Fact.Merged merged -> settled.add(merged.session());
      case Fact.SessionAbandoned abandoned -> settled.add(abandoned.session());
      case Fact.PullRequestClosing closing -> {
        if (closed.contains(closing.session())) {
          throw new AssertionError("it is closed a second time: " + closing);
        }
      }
      case Fact.PullRequestClosed done -> closed.add(done.session());
      case Fact.SessionFailed lost -> failed.put(lost.session(), recorded.sequence());
      case Fact.SessionReopened reopened -> {
        failed.remove(reopened.session());
        closed.remove(reopened.session());
      }
      case Fact _ -> {
        // No law is about it.
      }
    }
  }

  private void approve(Fact.RecommendationApproved it) {
    if (!recommended.contains(it.session())) {
      throw new AssertionError("no person approved it: " + it);
    }
    approved.add(it.session());
  }

  /** Whoever lost its issue does nothing until it has it again, or is given up. */
  private void hold(Fact.OfSession fact) {
    switch (fact) {
      case Fact.ClaimLost lost -> lostClaims.add(lost.session());
      case Fact.ClaimTaken taken -> lostClaims.remove(taken.session());
      case Fact.ClaimRegained regained -> lostClaims.remove(regained.session());
      case Fact.AttemptBegun _,
          Fact.SessionResumed _,
          Fact.MergeBegun _,
          Fact.MergeVerified _,
          Fact.PullRequestClosing _,
          Fact.PullRequestBegun _ -> {
        if (lostClaims.contains(fact.session())) {
          throw new AssertionError("it goes on although its issue is another's: " + fact);
        }
      }
      case Fact _ -> {
        // Nothing that others could do as well.
      }
    }
  }

  private void decide(long sequence, Fact.GateDecided decided) {
    Gate gate = open.remove(decided.number());
    if (gate == null) {
      throw new AssertionError("a gate is decided that is not open: " + decided);
    }
    gate.question().ifPresent(asked -> decidedQuestions.add(gate.sessions() + asked.id()));
    drift.decided(gate, decided.decision());
    milestones.decided(gate, decided.decision());
    if (gate.kind() == GateKind.RECOMMENDATION
        && !(decided.decision() instanceof GateDecision.Rejected)) {
      recommended.addAll(gate.sessions());
    }
    if (decided.decision() instanceof GateDecision.Approved) {
      if (gate.kind() == GateKind.MERGE) {
        reviewed.addAll(gate.sessions());
      } else if (gate.kind() == GateKind.CHECKPOINT) {
        checkpoint = sequence;
      }
    }
  }

  private void merge(SessionId id) {
    boolean isSeen = spec.bounds().reviewsMerges() || spec.target().verify().isEmpty();
    if (isSeen && !reviewed.contains(id)) {
      throw new AssertionError(id + " merges and no person let it");
    }
    drift.merge(id);
    reviews.merge(id);
  }

  private void start(SessionId id) {
    if (joined.contains(id)) {
      return;
    }
    reviews.start(id);
    SessionSpec session =
        spec.sessions().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    if (session.order().executes().filter(it -> !approved.contains(it)).isPresent()) {
      throw new AssertionError(id + " starts, and nothing was approved that it could execute");
    }
    for (SessionId need : session.needs()) {
      boolean isUndecided =
          open.values().stream()
              .anyMatch(gate -> gate.kind() == GateKind.FAILURE && gate.sessions().contains(need));
      boolean isFailed =
          failed.containsKey(need) && (!isUndecided || failed.get(need) < checkpoint);
      if (!settled.contains(need) && !isFailed) {
        throw new AssertionError(id + " starts before " + need + " is dealt with");
      }
    }
  }

  private void say(SessionId id, AgentMessage message) {
    switch (message) {
      case AgentMessage.Allow(String question) -> decided(id, question);
      case AgentMessage.ApprovePlan(String question, boolean _) -> decided(id, question);
      case AgentMessage.Choose(String question, var _) -> decided(id, question);
      case AgentMessage.Deny(String question, String _) -> once(id, question);
      case AgentMessage.Say _, AgentMessage.Interrupt _, AgentMessage.EndInput _ -> {
        // No question is answered.
      }
    }
  }

  private void decided(SessionId id, String question) {
    if (!decidedQuestions.contains("[" + id + "]" + question) && !drift.mayAllow(id, question)) {
      throw new AssertionError(id + " hears yes to " + question + " and nobody decided");
    }
    once(id, question);
  }

  private void once(SessionId id, String question) {
    if (!answered.add(id + question)) {
      throw new AssertionError(id + " hears a second answer to " + question);
    }
  }
}
