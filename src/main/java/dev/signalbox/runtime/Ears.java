package dev.signalbox.runtime;

import dev.signalbox.engine.Attempt;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.engine.SessionState;
import dev.signalbox.engine.Vital;
import dev.signalbox.journal.CursorMove;
import dev.signalbox.limit.Limits;
import dev.signalbox.runner.AgentRunner;
import dev.signalbox.runner.Liveness;
import dev.signalbox.runner.Transcript;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.Pulse;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what agents write and sees when they end. Used by one thread. */
final class Ears implements AutoCloseable {
  private final AgentRunner runner;
  private final Clock clock;
  private final Mouth mouth;
  private final Times times;
  private final Map<AttemptKey, Long> cursors;
  private final Map<SessionId, Listening> listening = new HashMap<>();
  private final SortedMap<SessionId, Snapshot.Live> live = new TreeMap<>();
  private int round;

  /** Where inputs go. */
  interface Mouth {
    void say(List<Input> inputs, List<CursorMove> moves);
  }

  /** A session's current attempt, and what its earlier ones cost. */
  private static final class Listening {
    final AttemptKey attempt;
    final Transcript transcript;
    final long costBefore;
    long costNow;
    boolean isOver;

    Listening(AttemptKey attempt, Transcript transcript, long costBefore) {
      this.attempt = attempt;
      this.transcript = transcript;
      this.costBefore = costBefore;
    }
  }

  /**
   * Ears for one run.
   *
   * @param cursors how far each output was dealt with before
   */
  Ears(AgentRunner runner, Clock clock, Map<AttemptKey, Long> cursors, Mouth mouth, Times times) {
    this.times = times;
    this.runner = runner;
    this.clock = clock;
    this.cursors = new HashMap<>(cursors);
    this.mouth = mouth;
  }

  /** One round over all sessions; true if anything was heard. */
  boolean listen(RunState state) {
    boolean isHeard = false;
    // A look at a process costs more than one at its output, and few processes end in one round.
    int shares = 1 + state.sessions().size() / Limits.LOOKS_PER_ROUND_MAX;
    int share = Math.floorMod(round++, shares);
    for (Session session : state.sessions().values()) {
      if (session.tally().attempts() > 0) {
        isHeard |= listen(state, session, share == 0);
      }
      share = (share + 1) % shares;
    }
    return isHeard;
  }

  private boolean listen(RunState state, Session session, boolean isLook) {
    int number = numberOf(session);
    if (number == 0) {
      return false;
    }
    SessionKey key = new SessionKey(state.spec().orElseThrow().run(), session.id());
    AttemptKey attempt = new AttemptKey(key, number);
    Optional<Listening> before = Optional.ofNullable(listening.get(session.id()));
    boolean isKnown = before.map(it -> it.attempt.equals(attempt)).orElse(false);
    boolean isLive = session.attempt().map(it -> it.number() == number).orElse(false);
    boolean isStarted = isLive && session.attempt().map(Attempt::isStarted).orElse(false);
    if (!isKnown && !isStarted && !wasStarted(attempt)) {
      // Its start was refused: there is nothing to hear.
      return false;
    }
    Listening current =
        before
            .filter(it -> it.attempt.equals(attempt))
            .orElseGet(() -> turnTo(session, attempt, before));
    return !current.isOver && read(session.id(), current, isLive, isLook);
  }

  private boolean wasStarted(AttemptKey attempt) {
    return !(runner.look(attempt) instanceof Liveness.NotStarted);
  }

  /** The last attempt whose process was started; 0 for none. */
  private static int numberOf(Session session) {
    boolean isStarting =
        session.state() instanceof SessionState.Starting(Attempt attempt, SessionState.Retry _)
            && !attempt.isStarted();
    return isStarting ? session.tally().attempts() - 1 : session.tally().attempts();
  }

  private Listening turnTo(Session session, AttemptKey attempt, Optional<Listening> before) {
    before.ifPresent(it -> it.transcript.close());
    long cost =
        before.map(it -> it.costBefore + it.costNow).orElseGet(() -> costOfEarlier(attempt));
    Listening next =
        new Listening(attempt, runner.open(attempt, cursors.getOrDefault(attempt, 0L)), cost);
    listening.put(session.id(), next);
    return next;
  }

  private long costOfEarlier(AttemptKey attempt) {
    long cost = 0;
    for (int number = 1; number < attempt.number(); number++) {
      AttemptKey earlier = new AttemptKey(attempt.session(), number);
      if (!wasStarted(earlier)) {
        continue;
      }
      cost += runner.pulse(earlier).microUsd();
    }
    return cost;
  }

  private boolean read(SessionId id, Listening current, boolean isLive, boolean isLook) {
    // Looked at before reading: what was written before the end is read before the end is told.
    Liveness liveness = isLive && isLook ? runner.look(current.attempt) : new Liveness.NotStarted();
    Transcript.Part part = current.transcript.read();
    boolean isNew = note(id, current, part.pulse());
    if (!part.signals().isEmpty()) {
      List<Input> heard =
          part.signals().stream()
              .<Input>map(signal -> new Input.Heard(id, current.attempt.number(), signal))
              .toList();
      cursors.put(current.attempt, part.offset());
      mouth.say(heard, List.of(new CursorMove(current.attempt, part.offset())));
    }
    if (part.isAtEnd() && liveness instanceof Liveness.Over(var exit)) {
      current.isOver = true;
      mouth.say(List.of(new Input.Exited(id, current.attempt.number(), exit)), List.of());
    }
    if (part.isAtEnd() && !isLive) {
      current.isOver = true;
    }
    return isNew;
  }

  private boolean note(SessionId id, Listening current, Pulse pulse) {
    current.costNow = pulse.microUsd();
    Snapshot.Live before = live.get(id);
    boolean isNew = before == null || before.pulse().bytes() != pulse.bytes();
    if (isNew) {
      Instant now = clock.instant();
      Instant since = times.begun().getOrDefault(id, now);
      live.put(id, new Snapshot.Live(pulse, since, now, current.costBefore + current.costNow));
    }
    return isNew;
  }

  /** What the transcripts show, for people. */
  Map<SessionId, Snapshot.Live> live() {
    return Map.copyOf(live);
  }

  /** What the transcripts show, for the rules. */
  Map<SessionId, Vital> vitals() {
    Map<SessionId, Vital> vitals = new HashMap<>();
    live.forEach((id, seen) ->
        vitals.put(
            id, new Vital(seen.lastOutput(), seen.microUsd(), seen.pulse().contextPercent())));
    return vitals;
  }

  @Override
  public void close() {
    listening.values().forEach(each -> each.transcript.close());
    listening.clear();
  }
}
