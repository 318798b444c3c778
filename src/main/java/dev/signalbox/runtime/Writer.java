package dev.signalbox.runtime;

import dev.signalbox.approval.Answer;
import dev.signalbox.engine.Decision;
import dev.signalbox.engine.Effect;
import dev.signalbox.engine.Engine;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.RunState;
import dev.signalbox.journal.CursorMove;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * The one writer of a run (ADR 0001): decides, makes the facts durable, publishes the state, hands
 * the effects out, in this order. Not safe for several threads: exactly one may use it.
 *
 * <p>When storing fails nothing was published or handed out, and the writer may not be used again:
 * what is durable has to be read first.
 */
final class Writer {
  private final FactStore store;
  private final Consumer<List<Effect>> hands;
  private volatile RunState state;

  /**
   * A writer that goes on from a state.
   *
   * @param hands what carries effects out; it must not wait for them
   */
  Writer(RunState state, FactStore store, Consumer<List<Effect>> hands) {
    this.state = state;
    this.store = store;
    this.hands = hands;
  }

  /** Asks again for everything that has no result yet: after a start, before the first input. */
  void resume() {
    hands.accept(Engine.outstanding(state));
  }

  /**
   * Takes one input.
   *
   * @param moves how far the output was read that the input came from
   */
  Answer accept(Instant at, Input input, List<CursorMove> moves) {
    Decision decision = Engine.decide(state, at, input);
    if (!decision.facts().isEmpty() || !moves.isEmpty()) {
      store.append(decision.facts(), moves, isClosing(decision.state()));
    }
    state = decision.state();
    if (!decision.effects().isEmpty()) {
      hands.accept(decision.effects());
    }
    return decision.answer();
  }

  /** The state as of the last input; safe to read from any thread. */
  RunState state() {
    return state;
  }

  private static boolean isClosing(RunState state) {
    return state.course().isClosed();
  }
}
