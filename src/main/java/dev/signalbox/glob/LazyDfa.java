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
  private static final int UNKNOWN = -1;

  private final Nfa nfa;
  private final int[] alphabet;
  private final StateSet scratch;
  private final StateSet stepped;
  private final boolean[] acceptsAll;
  // Looked up only, never iterated.
  private final Map<Key, Integer> numbers = new HashMap<>();
  private final List<int[]> sets = new ArrayList<>();
  private final List<int[]> steps = new ArrayList<>();

  LazyDfa(Nfa nfa, int[] alphabet) {
    this.nfa = nfa;
    this.alphabet = alphabet;
    this.scratch = new StateSet(nfa);
    this.stepped = new StateSet(nfa);
    this.acceptsAll = new boolean[nfa.size()];
    for (int state = 0; state < nfa.size(); state++) {
      acceptsAll[state] =
          nfa.set(state) == CharSet.ANY && nfa.target(state) == state && ends(state);
    }
  }

  private boolean ends(int state) {
    scratch.clear();
    scratch.add(state);
    return accepts(scratch.toArray());
  }

  private boolean accepts(int[] states) {
    return Arrays.stream(states).anyMatch(nfa::accepts);
  }

  int start() {
    scratch.clear();
    scratch.add(nfa.start());
    return number(scratch.toArray());
  }

  boolean accepts(int set) {
    return accepts(sets.get(set));
  }

  /** Whether the set accepts whatever follows, as after the folder of <code>dir/**</code>. */
  boolean acceptsAll(int set) {
    return Arrays.stream(sets.get(set)).anyMatch(state -> acceptsAll[state]);
  }

  /** The set after the letter with the given place in the alphabet. */
  int next(int set, int letter) {
    int[] known = steps.get(set);
    if (known[letter] == UNKNOWN) {
      scratch.clear();
      for (int state : sets.get(set)) {
        scratch.add(state);
      }
      scratch.step(alphabet[letter], stepped);
      known[letter] = number(stepped.toArray());
    }
    return known[letter];
  }

  private int number(int[] states) {
    Integer known = numbers.putIfAbsent(new Key(states), sets.size());
    if (known != null) {
      return known;
    }
    int[] unknown = new int[alphabet.length];
    Arrays.fill(unknown, UNKNOWN);
    sets.add(states);
    steps.add(unknown);
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
