package dev.signalbox.glob;

import dev.signalbox.limit.Limits;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Looks for the cheapest path that one automaton accepts and none of the others does. The others
 * are made deterministic on the way, which can take exponentially many sets of states: after {@link
 * Limits#GLOB_ESCAPE_STATES_MAX} visited states it gives up.
 */
final class EscapeSearch {
  private final Nfa inner;
  private final int[] alphabet;
  private final LazyDfa outer;
  private final Frontier frontier = new Frontier();
  private final BitSet seen = new BitSet();
  private boolean gaveUp;

  EscapeSearch(Nfa inner, List<Nfa> containers) {
    Nfa union = NfaBuilder.union(containers);
    this.inner = inner;
    this.alphabet = Alphabet.of(inner, union);
    this.outer = new LazyDfa(union, alphabet);
  }

  /** Whether the last search stopped at the limit, so that its empty answer says nothing. */
  boolean gaveUp() {
    return gaveUp;
  }

  Optional<String> find() {
    add(inner.start(), outer.start(), PathState.START, Frontier.ROOT, Frontier.FREE, 0);
    int visited = 0;
    for (int entry = frontier.poll(); entry >= 0; entry = frontier.poll()) {
      int node = frontier.node(entry);
      if (seen.get(node)) {
        continue;
      }
      if (++visited > Limits.GLOB_ESCAPE_STATES_MAX) {
        gaveUp = true;
        return Optional.empty();
      }
      seen.set(node);
      int path = node % PathState.COUNT;
      int state = node / PathState.COUNT % inner.size();
      int set = node / PathState.COUNT / inner.size();
      if (path == PathState.INSIDE && inner.accepts(state) && !outer.accepts(set)) {
        return Optional.of(frontier.path(entry));
      }
      expand(state, set, path, entry);
    }
    return Optional.empty();
  }

  private void expand(int state, int set, int path, int entry) {
    if (outer.acceptsAll(set)) {
      return;
    }
    inner.forEachMove(state, to -> add(to, set, path, entry, Frontier.FREE, 0));
    CharSet takes = inner.set(state);
    for (int letter = 0; letter < alphabet.length; letter++) {
      int codePoint = alphabet[letter];
      int next = PathState.next(path, codePoint);
      if (next != PathState.NONE && takes.contains(codePoint)) {
        int cost = PathState.cost(path, codePoint);
        add(inner.target(state), outer.next(set, letter), next, entry, codePoint, cost);
      }
    }
  }

  private void add(int state, int set, int path, int entry, int codePoint, int cost) {
    int node = (set * inner.size() + state) * PathState.COUNT + path;
    if (!seen.get(node)) {
      frontier.add(node, entry, codePoint, cost);
    }
  }
}
