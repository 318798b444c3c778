package dev.signalbox.glob;

import java.util.ArrayList;
import java.util.List;

/** Collects states and edges; {@link #build} makes the automaton. */
final class NfaBuilder {
  private final List<CharSet> sets = new ArrayList<>();
  private final IntList targets = new IntList();
  private final IntList moveSources = new IntList();
  private final IntList moveTargets = new IntList();

  int newState() {
    sets.add(CharSet.NONE);
    targets.add(-1);
    return sets.size() - 1;
  }

  /** A state may take one set only; give it free moves to others for more. */
  void take(int from, CharSet set, int to) {
    if (sets.get(from) != CharSet.NONE) {
      throw new IllegalStateException("expected a state without a set, found " + from);
    }
    sets.set(from, set);
    targets.set(from, to);
  }

  void move(int from, int to) {
    moveSources.add(from);
    moveTargets.add(to);
  }

  Nfa build(int start, int accept) {
    int[] first = new int[sets.size() + 1];
    for (int i = 0; i < moveSources.size(); i++) {
      first[moveSources.get(i) + 1]++;
    }
    for (int i = 1; i < first.length; i++) {
      first[i] += first[i - 1];
    }
    int[] moves = new int[moveSources.size()];
    int[] next = first.clone();
    for (int i = 0; i < moveSources.size(); i++) {
      moves[next[moveSources.get(i)]++] = moveTargets.get(i);
    }
    return new Nfa(sets.toArray(CharSet[]::new), targets.toArray(), first, moves, start, accept);
  }

  /** One automaton that accepts what any of the given ones does. */
  static Nfa union(List<Nfa> parts) {
    NfaBuilder builder = new NfaBuilder();
    int start = builder.newState();
    int accept = builder.newState();
    for (Nfa part : parts) {
      builder.copy(part, start, accept);
    }
    return builder.build(start, accept);
  }

  private void copy(Nfa part, int start, int accept) {
    int offset = sets.size();
    for (int state = 0; state < part.size(); state++) {
      newState();
    }
    for (int state = 0; state < part.size(); state++) {
      int from = offset + state;
      if (part.set(state) != CharSet.NONE) {
        take(from, part.set(state), offset + part.target(state));
      }
      for (int move = part.firstMove(state); move < part.firstMove(state + 1); move++) {
        move(from, offset + part.moveTarget(move));
      }
      if (part.accepts(state)) {
        move(from, accept);
      }
    }
    move(start, offset + part.start());
  }
}
