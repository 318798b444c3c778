package dev.signalbox.glob;

import java.util.Arrays;

/** A set of an automaton's states, closed under its free moves. */
final class StateSet {
  private final Nfa nfa;
  private final IntList states = new IntList();
  // marks[s] == mark says that s is in the set; a new mark empties it.
  private final int[] marks;
  private int mark = 1;

  StateSet(Nfa nfa) {
    this.nfa = nfa;
    this.marks = new int[nfa.size()];
  }

  boolean isEmpty() {
    return states.size() == 0;
  }

  boolean contains(int state) {
    return marks[state] == mark;
  }

  void clear() {
    mark++;
    states.clear();
  }

  /** Adds a state and all that it moves to without a character. */
  void add(int state) {
    int from = states.size();
    mark(state);
    for (int i = from; i < states.size(); i++) {
      int s = states.get(i);
      for (int move = nfa.firstMove(s); move < nfa.firstMove(s + 1); move++) {
        mark(nfa.moveTarget(move));
      }
    }
  }

  private void mark(int state) {
    if (marks[state] != mark) {
      marks[state] = mark;
      states.add(state);
    }
  }

  /** Makes {@code next} the set after one more character. */
  void step(int codePoint, StateSet next) {
    next.clear();
    for (int i = 0; i < states.size(); i++) {
      int state = states.get(i);
      if (nfa.set(state).contains(codePoint)) {
        next.add(nfa.target(state));
      }
    }
  }

  /** The states in ascending order. */
  int[] toArray() {
    int[] sorted = states.toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
