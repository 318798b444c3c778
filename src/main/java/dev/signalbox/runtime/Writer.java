package dev.signalbox.runtime;

import dev.signalbox.approval.Answer;
import dev.signalbox.engine.Decision;
import dev.signalbox.engine.Effect;
import dev.signalbox.engine.Engine;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.Recorded;
import dev.signalbox.engine.RunState;
import dev.signalbox.journal.CursorMove;
import java.time.Instant;
import java.util.ArrayList;
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
   * Takes inputs that belong together, such as what one reading of an output said: their facts and
   * the cursor move become durable together or not at all.
   *
   * @param moves how far the output was read that the inputs came from
   * @return the answer to the last input
   */
  Answer accept(Instant at, List<Input> inputs, List<CursorMove> moves) {
    RunState next = state;
    Answer answer = new Answer.Taken();
    List<Recorded> facts = new ArrayList<>();
    for (Input input : inputs) {
      Decision decision = Engine.decide(next, at, input);
      next = decision.state();
      answer = decision.answer();
      facts.addAll(decision.facts());
    }
    if (!facts.isEmpty() || !moves.isEmpty()) {
      store.append(facts, moves, next.course().isClosed());
    }
    List<Effect> effects = facts.isEmpty() ? List.of() : Engine.added(state, next);
    state = next;
    if (!effects.isEmpty()) {
      hands.accept(effects);
    }
    return answer;
  }

  /** The state as of the last input; safe to read from any thread. */
  RunState state() {
    return state;
  }
}
