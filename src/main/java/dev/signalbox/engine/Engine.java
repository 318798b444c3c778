package dev.signalbox.engine;

import dev.signalbox.approval.Answer;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All policy of a run, in pure functions (ADR 0001).
 *
 * <p>What is to be done in the world follows from the state alone ({@link #outstanding}); a
 * decision hands out what its facts added to that. So what a restart issues again is the same by
 * construction.
 */
public final class Engine {
  private Engine() {}

  /** What follows from an input that came at {@code at}. */
  public static Decision decide(RunState state, Instant at, Input input) {
    Deciding deciding = new Deciding(state, at);
    Answer answer = InputRules.react(deciding, input);
    Advance.advance(deciding);
    if (deciding.facts().isEmpty()) {
      return new Decision(state, List.of(), List.of(), answer);
    }
    RunState next = deciding.run().freeze();
    return new Decision(next, deciding.facts(), added(state, next), answer);
  }

  /** What {@code after} asks for and {@code before} did not. */
  public static List<Effect> added(RunState before, RunState after) {
    Set<Effect> effects = new LinkedHashSet<>(Outstanding.of(after));
    effects.removeAll(Set.copyOf(Outstanding.of(before)));
    return List.copyOf(effects);
  }

  /**
   * The state after a fact.
   *
   * @throws IllegalStateException for a fact that does not fit: the journal is not of this state
   */
  public static RunState apply(RunState state, Recorded recorded) {
    RunDraft draft = new RunDraft(state);
    FactApplier.apply(draft, recorded);
    return draft.freeze();
  }

  /** The state after all facts of a run, in the journal's order. */
  public static RunState replay(List<Recorded> facts) {
    RunDraft draft = new RunDraft(RunState.before(0));
    facts.forEach(fact -> FactApplier.apply(draft, fact));
    return draft.freeze();
  }

  /**
   * Whether nothing moves any more until a person decides: gates are open, no agent works, and
   * nothing that was asked of the world is without a result. Agents may wait for an answer.
   */
  public static boolean isWaitingForPeople(RunState state) {
    return Standstill.of(state);
  }

  /** Everything that was asked for and has no result yet, sessions in order. */
  public static List<Effect> outstanding(RunState state) {
    return Outstanding.of(state);
  }
}
