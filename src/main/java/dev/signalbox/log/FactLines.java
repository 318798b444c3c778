package dev.signalbox.log;

import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Recorded;
import dev.signalbox.engine.ReviewFact;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.feedback.Destination;
import dev.signalbox.journal.FactCodec;
import dev.signalbox.plan.IssueId;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A line for each fact, with the ids of what it concerns: its session, or that of the gate, review
 * or feedback that it names by number. It keeps these ids and no fact. Not safe for several
 * threads.
 */
final class FactLines {
  private static final List<String> NUMBERS = List.of("number", "review");

  private final RunId run;
  private final Map<SessionId, IssueId> issues = new HashMap<>();

  /** The session that a gate, review or feedback is about, by the number of its first fact. */
  private final Map<Long, SessionId> about = new HashMap<>();

  FactLines(RunId run) {
    this.run = run;
  }

  /** Takes in what a fact tells of later ones. */
  void know(Recorded recorded) {
    switch (recorded.fact()) {
      case Fact.RunOpened opened -> opened.spec().sessions().forEach(this::know);
      case Fact.SessionAdded(SessionSpec spec) -> know(spec);
      case Fact.FeedbackRouted routed -> about.put(routed.number(), routed.session());
      case Fact.FeedbackDrafting drafting -> about.put(drafting.number(), drafting.session());
      case Fact fact -> own(fact).ifPresent(id -> about.put(recorded.sequence(), id));
    }
  }

  private void know(SessionSpec spec) {
    issues.put(spec.id(), spec.issue());
  }

  LogLine line(Recorded recorded) {
    know(recorded);
    Fact fact = recorded.fact();
    Optional<SessionId> session = own(fact).or(() -> named(fact));
    return new LogLine(
        recorded.at(),
        FactText.level(fact),
        FactCodec.word(fact),
        new LogLine.About(
            run,
            session,
            session.flatMap(id -> Optional.ofNullable(issues.get(id))),
            OptionalLong.of(recorded.sequence())),
        FactText.words(fact));
  }

  /** The session that the fact itself is about. */
  private static Optional<SessionId> own(Fact fact) {
    return switch (fact) {
      case Fact.OfSession of -> Optional.of(of.session());
      case Fact.SessionAdded(SessionSpec spec) -> Optional.of(spec.id());
      case Fact.GateOpened(var gate) ->
          gate.sessions().size() == 1 ? Optional.of(gate.sessions().getFirst()) : Optional.empty();
      case Fact.FeedbackTaken(var _, Destination.ToSession to) -> Optional.of(to.session());
      case Fact.FeedbackTaken(var _, Destination.Progress(SessionId session)) ->
          Optional.of(session);
      case Fact.FeedbackRouted routed -> Optional.of(routed.session());
      case Fact.FeedbackDrafting drafting -> Optional.of(drafting.session());
      case ReviewFact.ReviewOpened(Optional<SessionId> subject) -> subject;
      case ReviewFact.MilestoneReviewOpened(SessionId session) -> Optional.of(session);
      case ReviewFact.OpinionMissing missing -> Optional.of(missing.session());
      case ReviewFact.StancesMissing missing -> Optional.of(missing.session());
      case ReviewFact.SynthesisBegun begun -> Optional.of(begun.session());
      case Fact _ -> Optional.empty();
    };
  }

  /** The session of what the fact names by a number. */
  private Optional<SessionId> named(Fact fact) {
    for (RecordComponent component : fact.getClass().getRecordComponents()) {
      if (component.getType() == long.class && NUMBERS.contains(component.getName())) {
        return Optional.ofNullable(about.get(value(component, fact)));
      }
    }
    return Optional.empty();
  }

  private static long value(RecordComponent component, Fact fact) {
    try {
      return (Long) component.getAccessor().invoke(fact);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("expected a fact's number, found none to read", e);
    }
  }
}
