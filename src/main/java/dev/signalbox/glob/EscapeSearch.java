package dev.signalbox.glob;

import dev.signalbox.limit.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for the cheapest path that one automaton accepts and none of the others does. The others
 * are made deterministic on the way, which can take exponentially many sets of states: after {@link
 * Limits#GLOB_ESCAPE_STATES_MAX} it gives up.
 */
final class EscapeSearch {
  private final Nfa inner;
  private final int[] alphabet;
  private final LazyDfa outer;
  private final Frontier frontier = new Frontier();
  private final List<Node> nodes = new ArrayList<>();
  // Both are looked up only, never iterated.
  private final Map<Node, Integer> numbers = new HashMap<>();
  private final Set<Node> seen = new HashSet<>();
  private boolean gaveUp;

  /** A state of the inner automaton, one of the outer, and one of {@link PathState}. */
  private record Node(int state, int set, int path) {}

  EscapeSearch(Nfa inner, List<Nfa> containers) {
    Nfa union = NfaBuilder.union(containers);
    this.inner = inner;
    this.alphabet = Alphabet.of(inner, union);
    this.outer = new LazyDfa(union);
  }

  /** Whether the last search stopped at the limit, so that its empty answer says nothing. */
  boolean gaveUp() {
    return gaveUp;
  }

  Optional<String> find() {
    Node start = new Node(inner.start(), outer.start(), PathState.START);
    add(start, Frontier.ROOT, Frontier.FREE, 0);
    for (int entry = frontier.poll(); entry >= 0; entry = frontier.poll()) {
      Node node = nodes.get(frontier.node(entry));
      if (!seen.add(node)) {
        continue;
      }
      if (isEscape(node)) {
        return Optional.of(frontier.path(entry));
      }
      if (outer.work() > Limits.GLOB_ESCAPE_STATES_MAX) {
        gaveUp = true;
        return Optional.empty();
      }
      if (!outer.acceptsAll(node.set())) {
        expand(node, entry);
      }
    }
    return Optional.empty();
  }

  private boolean isEscape(Node node) {
    return node.path() == PathState.INSIDE
        && inner.accepts(node.state())
        && !outer.accepts(node.set());
  }

  private void expand(Node node, int entry) {
    int state = node.state();
    for (int move = inner.firstMove(state); move < inner.firstMove(state + 1); move++) {
      Node next = new Node(inner.moveTarget(move), node.set(), node.path());
      add(next, entry, Frontier.FREE, 0);
    }
    for (int codePoint : alphabet) {
      int path = PathState.next(node.path(), codePoint);
      if (path != PathState.NONE && inner.set(state).contains(codePoint)) {
        Node next = new Node(inner.target(state), outer.next(node.set(), codePoint), path);
        add(next, entry, codePoint, PathState.cost(node.path(), codePoint));
      }
    }
  }

  private void add(Node node, int entry, int codePoint, int cost) {
    Integer known = numbers.putIfAbsent(node, nodes.size());
    if (known == null) {
      nodes.add(node);
    }
    if (!seen.contains(node)) {
      frontier.add(known == null ? nodes.size() - 1 : known, entry, codePoint, cost);
    }
  }
}
