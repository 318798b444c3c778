package dev.signalbox.glob;

import java.util.Arrays;

/**
 * An automaton that reads a path. Each state may take one more character of its set, and may move
 * to other states without one. It need not refuse what {@link PathState} refuses: the two always
 * run together.
 */
final class Nfa {
  private final CharSet[] sets;
  private final int[] targets;
  // The free moves of state s are moves[firstMoves[s]] to moves[firstMoves[s + 1] - 1].
  private final int[] firstMoves;
  private final int[] moves;
  private final int start;
  private final int accept;

  Nfa(CharSet[] sets, int[] targets, int[] firstMoves, int[] moves, int start, int accept) {
    this.sets = sets;
    this.targets = targets;
    this.firstMoves = firstMoves;
    this.moves = moves;
    this.start = start;
    this.accept = accept;
  }

  int size() {
    return sets.length;
  }

  int start() {
    return start;
  }

  boolean accepts(int state) {
    return state == accept;
  }

  /** What the state takes; empty for a state that only moves on. */
  CharSet set(int state) {
    return sets[state];
  }

  /** Where the state goes with a character of its set. */
  int target(int state) {
    return targets[state];
  }

  /**
   * The number of the state's first free move; its others follow, up to the first of the next
   * state. Numbers and not a callback, because this is the inner loop of every search.
   */
  int firstMove(int state) {
    return firstMoves[state];
  }

  /** Where the free move with the number goes. */
  int moveTarget(int move) {
    return moves[move];
  }

  /** Whether it accepts the path, in time proportional to the path times the states at most. */
  boolean accepts(String path) {
    return after(path).contains(accept);
  }

  /** Whether it accepts everything that starts with the prefix; true is certain. */
  boolean acceptsAllAfter(String prefix) {
    return Arrays.stream(after(prefix).toArray()).anyMatch(this::acceptsAll);
  }

  /** Whether the state accepts whatever follows, as after the folder of <code>dir/**</code>. */
  boolean acceptsAll(int state) {
    if (sets[state] != CharSet.ANY || targets[state] != state) {
      return false;
    }
    StateSet reached = new StateSet(this);
    reached.add(state);
    return reached.contains(accept);
  }

  private StateSet after(String text) {
    StateSet current = new StateSet(this);
    StateSet next = new StateSet(this);
    current.add(start);
    for (int i = 0; i < text.length() && !current.isEmpty(); ) {
      int codePoint = text.codePointAt(i);
      current.step(codePoint, next);
      StateSet spare = current;
      current = next;
      next = spare;
      i += Character.charCount(codePoint);
    }
    return current;
  }
}
