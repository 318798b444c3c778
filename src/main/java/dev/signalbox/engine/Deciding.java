package dev.signalbox.engine;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.Question;
import dev.signalbox.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One decision in the making: each fact is applied as it is found, so that later rules see what
 * earlier ones decided.
 */
final class Deciding {
  private final RunDraft draft;
  private final Instant at;
  private final List<Recorded> facts = new ArrayList<>();

  Deciding(RunState state, Instant at) {
    draft = new RunDraft(state);
    this.at = at;
  }

  void emit(Fact fact) {
    Recorded recorded = new Recorded(draft.sequence() + 1, at, fact);
    FactApplier.apply(draft, recorded);
    facts.add(recorded);
  }

  RunDraft run() {
    return draft;
  }

  RunSpec spec() {
    return draft.openSpec();
  }

  Instant at() {
    return at;
  }

  List<Recorded> facts() {
    return facts;
  }

  Session session(SessionId id) {
    return draft.session(id);
  }

  /** Opens a gate; its number is the sequence of the fact that opens it. */
  void openGate(GateKind kind, List<SessionId> sessions, String title, String shown) {
    openGate(kind, sessions, title, shown, Optional.empty());
  }

  void openGate(
      GateKind kind,
      List<SessionId> sessions,
      String title,
      String shown,
      Optional<Question> question) {
    emit(
        new Fact.GateOpened(
            new Gate(draft.sequence() + 1, kind, sessions, title, shown, question)));
  }

  /** The open gates that only this session waits for. */
  List<Gate> gatesOf(SessionId id) {
    return draft.gates().stream().filter(gate -> gate.sessions().equals(List.of(id))).toList();
  }

  boolean hasGate(SessionId id, GateKind kind) {
    return gatesOf(id).stream().anyMatch(gate -> gate.kind() == kind);
  }

  /** Whether a gate of that kind is open for the whole run. */
  boolean hasGate(GateKind kind) {
    return draft.gates().stream().anyMatch(gate -> gate.kind() == kind);
  }

  void withdrawGates(SessionId id, String why, Predicate<Gate> which) {
    for (Gate gate : gatesOf(id)) {
      if (which.test(gate)) {
        emit(new Fact.GateWithdrawn(gate.number(), why));
      }
    }
  }

  /** Says something to the session's agent, if it has one. */
  void say(SessionId id, AgentMessage message) {
    session(id)
        .attempt()
        .ifPresent(attempt -> emit(new Fact.MessageQueued(id, attempt.number(), message)));
  }

  /**
   * The next attempt after {@code pause}, in the same conversation if there is one to go on with.
   */
  void retry(SessionId id, boolean isResumed, String note, Duration pause) {
    Session session = session(id);
    Optional<String> conversation = isResumed ? session.known().conversation() : Optional.empty();
    boolean isPlanApproved = isResumed && session.tally().marks().isPlanApproved();
    schedule(session, conversation, note, isPlanApproved, pause);
  }

  /** The next attempt, in a new conversation that takes over from the one before. */
  void handOff(SessionId id) {
    Session session = session(id);
    schedule(
        session,
        Optional.empty(),
        AgentText.TAKE_OVER,
        session.tally().marks().isPlanApproved(),
        Duration.ZERO);
  }

  private static String resolved(Session session) {
    return session
        .trace()
        .taken()
        .resolution()
        .flatMap(Resolution::result)
        .map(AgentText::resolved)
        .orElse("");
  }

  private void schedule(
      Session session,
      Optional<String> conversation,
      String note,
      boolean isPlanApproved,
      Duration pause) {
    int number = session.tally().attempts() + 1;
    emit(
        new Fact.RetryScheduled(
            session.id(),
            new Beginning(
                number, conversation, Optional.of(resolved(session) + note), isPlanApproved),
            at.plus(pause)));
  }
}
