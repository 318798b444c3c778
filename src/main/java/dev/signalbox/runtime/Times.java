package dev.signalbox.runtime;

import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Recorded;
import dev.signalbox.journal.CursorMove;
import dev.signalbox.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When what happened, for people: policy needs none of it. Sees each fact once it is durable. */
final class Times implements FactStore {
  private final FactStore store;
  private final Map<Long, Instant> opened = new ConcurrentHashMap<>();
  private final Map<SessionId, Instant> begun = new ConcurrentHashMap<>();

  /**
   * Times of a run.
   *
   * @param before the facts so far
   */
  Times(FactStore store, List<Recorded> before) {
    this.store = store;
    before.forEach(this::see);
  }

  @Override
  public void append(List<Recorded> facts, List<CursorMove> moves, boolean isClosing) {
    store.append(facts, moves, isClosing);
    facts.forEach(this::see);
  }

  private void see(Recorded recorded) {
    if (recorded.fact() instanceof Fact.GateOpened(var gate)) {
      opened.put(gate.number(), recorded.at());
    } else if (recorded.fact() instanceof Fact.AttemptBegun(SessionId session, var _)) {
      begun.putIfAbsent(session, recorded.at());
    }
  }

  /** When each gate was opened, by its number. */
  Map<Long, Instant> opened() {
    return opened;
  }

  /** When each session's first process was begun. */
  Map<SessionId, Instant> begun() {
    return begun;
  }
}
