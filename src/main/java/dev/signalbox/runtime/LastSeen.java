package dev.signalbox.runtime;

import dev.signalbox.engine.Engine;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Recorded;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.remote.Requests;
import dev.signalbox.runner.AgentRunner;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.Pulse;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** A run as its journal and its outputs tell, for when no engine runs. Changes nothing. */
public final class LastSeen {
  private LastSeen() {}

  /**
   * The run as it was left.
   *
   * @param now the moment that is shown as the present
   * @param requests how many were sent for a session
   */
  public static Snapshot of(
      EngineLoop.Past past,
      AgentRunner runner,
      Instant now,
      Function<SessionKey, Requests> requests) {
    RunState state = Engine.replay(past.facts());
    Times times =
        new Times(
            (_, _, _) -> {
              throw new IllegalStateException("expected to read only, found facts to write");
            },
            past.facts());
    Map<SessionId, Instant> last = new HashMap<>();
    for (Recorded recorded : past.facts()) {
      if (recorded.fact() instanceof Fact.OfSession of) {
        last.put(of.session(), recorded.at());
      }
    }
    Map<SessionId, Snapshot.Live> live = new HashMap<>();
    for (Session session : state.sessions().values()) {
      Instant begun = times.begun().get(session.id());
      if (begun != null) {
        RunId run = state.spec().orElseThrow().run();
        live.put(
            session.id(),
            live(
                runner,
                new SessionKey(run, session.id()),
                session.tally().attempts(),
                new Span(begun, last.getOrDefault(session.id(), begun))));
      }
    }
    return new Snapshot(
        past.lastSequence(), now, state, live, times.opened(), Snapshot.requests(state, requests));
  }

  /** From a session's first process to its last fact. */
  private record Span(Instant begun, Instant last) {}

  private static Snapshot.Live live(AgentRunner runner, SessionKey key, int attempts, Span span) {
    Pulse pulse = Pulse.NONE;
    long microUsd = 0;
    for (int number = 1; number <= attempts; number++) {
      pulse = pulse(runner, new AttemptKey(key, number));
      microUsd += pulse.microUsd();
    }
    return new Snapshot.Live(pulse, span.begun(), span.last(), microUsd);
  }

  private static Pulse pulse(AgentRunner runner, AttemptKey attempt) {
    try {
      return runner.pulse(attempt);
    } catch (SignalboxException _) {
      // It never started, or a person had its output removed.
      return Pulse.NONE;
    }
  }
}
