package dev.signalbox.engine;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.approval.Settled;
import dev.signalbox.session.SessionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run's state while facts are applied to it: copied once for an input, not for each fact. It
 * never leaves this package.
 */
final class RunDraft {
  private Optional<RunSpec> spec;
  private long sequence;
  private final SortedMap<SessionId, Session> sessions;
  private final SortedMap<Long, Gate> gates;
  private final SortedMap<Long, Settled> settled;
  private final SortedMap<Long, Review> reviews;
  private final SortedMap<Long, Feedback> feedback;
  private final List<Revision> revisions;
  private RunState.Course course;
  private RunState.Registry registry;

  RunDraft(RunState state) {
    spec = state.spec();
    sequence = state.sequence();
    sessions = new TreeMap<>(state.sessions());
    gates = new TreeMap<>(state.gates());
    settled = new TreeMap<>(state.settled());
    reviews = new TreeMap<>(state.reviews());
    feedback = new TreeMap<>(state.feedback());
    revisions = new ArrayList<>(state.revisions());
    course = state.course();
    registry = state.registry();
  }

  RunState freeze() {
    return new RunState(
        spec,
        sequence,
        sessions,
        new RunState.Decisions(gates, settled, reviews, revisions),
        feedback,
        course,
        registry);
  }

  Optional<RunSpec> spec() {
    return spec;
  }

  /** The spec of a run that is open. */
  RunSpec openSpec() {
    return spec.orElseThrow(() -> new IllegalStateException("expected an open run"));
  }

  long sequence() {
    return sequence;
  }

  Collection<Session> sessions() {
    return List.copyOf(sessions.values());
  }

  Session session(SessionId id) {
    Session found = sessions.get(id);
    if (found == null) {
      throw new IllegalStateException("expected a session of the run, found " + id);
    }
    return found;
  }

  Optional<Session> find(SessionId id) {
    return Optional.ofNullable(sessions.get(id));
  }

  List<Gate> gates() {
    return List.copyOf(gates.values());
  }

  Optional<Gate> gate(long number) {
    return Optional.ofNullable(gates.get(number));
  }

  Optional<Settled> settled(long number) {
    return Optional.ofNullable(settled.get(number));
  }

  /** The number of the last decided gate of that kind; 0 before the first. */
  long lastSettled(GateKind kind) {
    long last = 0;
    for (var each : settled.entrySet()) {
      last = each.getValue().kind() == kind ? each.getKey() : last;
    }
    return last;
  }

  List<Review> reviews() {
    return List.copyOf(reviews.values());
  }

  Review review(long number) {
    Review found = reviews.get(number);
    if (found == null) {
      throw new IllegalStateException("expected a review of the run, found number " + number);
    }
    return found;
  }

  void put(Review next) {
    reviews.put(next.number(), next);
  }

  List<Feedback> feedback() {
    return List.copyOf(feedback.values());
  }

  Feedback feedback(long number) {
    Feedback found = feedback.get(number);
    if (found == null) {
      throw new IllegalStateException("expected feedback of the run, found number " + number);
    }
    return found;
  }

  void put(Feedback next) {
    feedback.put(next.number(), next);
  }

  RunState.Course course() {
    return course;
  }

  RunState.Registry registry() {
    return registry;
  }

  void open(RunSpec next) {
    spec = Optional.of(next);
    next.sessions().forEach(this::add);
  }

  /** The sessions of the plan are others now; whatever joined the run besides stays. */
  void revise(RunSpec next, Revision revision) {
    spec = Optional.of(next);
    revisions.add(revision);
    next.sessions().forEach(changed -> put(session(changed.id()).with(changed)));
  }

  List<Revision> revisions() {
    return List.copyOf(revisions);
  }

  void add(SessionSpec joining) {
    put(Session.planned(joining, sequence));
  }

  void advanceTo(long next) {
    if (next <= sequence) {
      throw new IllegalStateException("expected a fact after " + sequence + ", found " + next);
    }
    sequence = next;
  }

  void put(Session session) {
    sessions.put(session.id(), session);
  }

  void openGate(Gate gate) {
    gates.put(gate.number(), gate);
  }

  void closeGate(long number) {
    gates.remove(number);
  }

  void settle(long number, Settled how) {
    settled.put(number, how);
  }

  void course(RunState.Course next) {
    course = next;
  }

  void registry(RunState.Registry next) {
    registry = next;
  }
}
