package dev.signalbox.glob;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An automaton made deterministic as far as it is walked. Sets of states get numbers in the order
 * in which they are first seen.
 */
final class LazyDfa {
  private final Nfa nfa;
  private final StateSet current;
  private final StateSet next;
  private final boolean[] acceptsAll;
  // Looked up only, never iterated.
  private final Map<Key, Integer> numbers = new HashMap<>();
  private final List<int[]> sets = new ArrayList<>();
  private int work;

  LazyDfa(Nfa nfa) {
    this.nfa = nfa;
    this.current = new StateSet(nfa);
    this.next = new StateSet(nfa);
    this.acceptsAll = new boolean[nfa.size()];
    for (int state = 0; state < nfa.size(); state++) {
      acceptsAll[state] = nfa.acceptsAll(state);
    }
  }

  int start() {
    current.clear();
    current.add(nfa.start());
    return number(current.toArray());
  }

  boolean accepts(int set) {
    return Arrays.stream(sets.get(set)).anyMatch(nfa::accepts);
  }

  /** Whether the set accepts whatever follows, as after the folder of <code>dir/**</code>. */
  boolean acceptsAll(int set) {
    return Arrays.stream(sets.get(set)).anyMatch(state -> acceptsAll[state]);
  }

  /** The set after one more code point. */
  int next(int set, int codePoint) {
    current.clear();
    for (int state : sets.get(set)) {
      current.add(state);
    }
    current.step(codePoint, next);
    work += 1 + sets.get(set).length;
    return number(next.toArray());
  }

  /** How much was done so far: states of the automaton looked at and kept. */
  int work() {
    return work;
  }

  private int number(int[] states) {
    work += 1 + states.length;
    Integer known = numbers.putIfAbsent(new Key(states), sets.size());
    if (known != null) {
      return known;
    }
    sets.add(states);
    return sets.size() - 1;
  }

  /** States as a key. */
  private static final class Key {
    private final int[] states;
    private final int hash;

    Key(int[] states) {
      this.states = states;
      this.hash = Arrays.hashCode(states);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(key.states, states);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
