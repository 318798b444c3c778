package dev.signalbox.runtime;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Feedback;
import dev.signalbox.engine.Feedback.Fate;
import dev.signalbox.engine.Feedback.Stage;
import dev.signalbox.engine.Recorded;
import dev.signalbox.engine.Review;
import dev.signalbox.engine.ReviewFact;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.feedback.Destination;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.OutsideFindings;
import dev.signalbox.plan.MergeMode;
import dev.signalbox.review.RecordOrder;
import dev.signalbox.review.ReviewRecord;
import dev.signalbox.review.Row;
import dev.signalbox.review.Voice;
import dev.signalbox.session.SessionId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has to hold of findings from outside: one truth about their fate, a person's word where a
 * session declined what weighs, and nobody asked about what a session is told at the same time.
 */
final class SimulatedOutside {
  private final RunSpec spec;
  private final Map<Long, FeedbackItem> items = new HashMap<>();
  private final Map<Long, SessionId> required = new HashMap<>();
  private final Map<Long, SessionId> contested = new HashMap<>();
  private final Map<Long, ReviewRecord> records = new HashMap<>();
  private final Map<Long, Set<SessionId>> asked = new HashMap<>();
  private final Set<SessionId> mergedOutside = new HashSet<>();
  private final Map<Long, SessionId> sessions = new HashMap<>();

  SimulatedOutside(RunSpec spec) {
    this.spec = spec;
  }

  void see(Recorded recorded) {
    switch (recorded.fact()) {
      case Fact.FeedbackTaken(FeedbackItem item, Destination to) -> {
        items.put(recorded.sequence(), item);
        if (to instanceof Destination.ToSession(SessionId id, Destination.Use use)) {
          sessions.put(recorded.sequence(), id);
          if (use == Destination.Use.REQUIRED) {
            required.put(recorded.sequence(), id);
          }
        }
      }
      case Fact.FeedbackRouted routed -> {
        sessions.put(routed.number(), routed.session());
        required.put(routed.number(), routed.session());
        contested.remove(routed.number());
      }
      case Fact.FeedbackSettled settled ->
          settled.numbers().forEach(number -> settle(number, settled.fate()));
      case Fact.FeedbackTold told -> told.numbers().forEach(this::demandUnasked);
      case ReviewFact.ReviewRecorded it -> records.put(it.review(), it.record());
      case ReviewFact.RecordExtended it -> records.put(it.review(), it.record());
      case ReviewFact.RecordChanged changed ->
          changed.orders().forEach(each -> decide(changed, each));
      case Fact.GateOpened(Gate gate) -> {
        if (gate.kind() == GateKind.REVIEW) {
          asked.put(gate.number(), Set.copyOf(gate.sessions()));
        }
      }
      case Fact.GateDecided decided -> asked.remove(decided.number());
      case Fact.GateWithdrawn withdrawn -> asked.remove(withdrawn.number());
      case Fact.ReviewPassed passed -> {
        if (passed.by().equals("merged on the forge")) {
          mergedOutside.add(passed.session());
        }
      }
      case Fact.MergeVerified merge -> {
        if (contested.containsValue(merge.session()) && !mergedOutside.contains(merge.session())) {
          throw new AssertionError(merge.session() + " merges with a no that nobody decided about");
        }
      }
      case Fact _ -> {
        // No law is about it.
      }
    }
  }

  private void settle(long number, Fate fate) {
    contested.remove(number);
    SessionId session = required.get(number);
    if (fate == Fate.DECLINED && session != null && isRecorded(session) && isWeighing(number)) {
      contested.put(number, session);
    }
  }

  private boolean isRecorded(SessionId session) {
    return spec.target().merge() == MergeMode.PULL_REQUEST
        || spec.lineup().review().filter(it -> it.sessions().contains(session)).isPresent();
  }

  private boolean isWeighing(long number) {
    FeedbackItem item = items.get(number);
    return item != null
        && OutsideFindings.of(item, true).stream()
            .anyMatch(finding -> finding.severity().isToBeDecided());
  }

  private void decide(ReviewFact.RecordChanged changed, RecordOrder order) {
    if (order instanceof RecordOrder.Decide decide) {
      ReviewRecord record = records.getOrDefault(changed.review(), ReviewRecord.EMPTY);
      decide.rows().stream()
          .flatMap(id -> record.row(id).stream())
          .flatMap(row -> row.voices().stream())
          .forEach(voice -> contested.remove(voice.feedback()));
    }
  }

  private void demandUnasked(long number) {
    SessionId session = sessions.get(number);
    if (asked.values().stream().anyMatch(each -> each.contains(session))) {
      throw new AssertionError(
          "%s is told of %d while a person is asked about it".formatted(session, number));
    }
  }

  /** The record says of what came in what became of it, and holds nothing twice. */
  static void check(RunState run) {
    for (Review review : run.reviews().values()) {
      Set<String> seen = new HashSet<>();
      for (Row row : review.record().rows()) {
        for (Voice voice : row.voices()) {
          Feedback feedback = run.feedback().get(voice.feedback());
          if (feedback == null || !voice.outcome().equals(outcome(feedback))) {
            throw new AssertionError("%s says %s of %s".formatted(row.id(), voice, feedback));
          }
          if (!seen.add(voice.feedback() + voice.finding().id())) {
            throw new AssertionError("twice in the record: " + voice);
          }
        }
      }
    }
  }

  private static Voice.Outcome outcome(Feedback feedback) {
    return feedback.stage() instanceof Stage.Settled(Fate fate, String by, String words)
        ? new Voice.Outcome(standing(fate), by, words)
        : Voice.Outcome.OPEN;
  }

  private static Voice.Standing standing(Fate fate) {
    return List.of(Fate.ADDRESSED, Fate.DECLINED, Fate.WITHDRAWN).contains(fate)
        ? Voice.Standing.valueOf(fate.name())
        : Voice.Standing.LEFT;
  }
}
