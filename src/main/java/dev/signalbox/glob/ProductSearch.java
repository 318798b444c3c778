package dev.signalbox.glob;

import java.util.BitSet;
import java.util.Optional;

/**
 * Looks for the cheapest path that two automata accept, by reachability in their product. Exact:
 * finds one if there is one. Time and memory are bounded by the product of their sizes.
 */
final class ProductSearch {
  private final Nfa left;
  private final Nfa right;
  private final Frontier frontier = new Frontier();
  private final BitSet seen = new BitSet();

  private ProductSearch(Nfa left, Nfa right) {
    this.left = left;
    this.right = right;
  }

  static Optional<String> find(Nfa left, Nfa right) {
    return new ProductSearch(left, right).run();
  }

  private Optional<String> run() {
    add(left.start(), right.start(), PathState.START, Frontier.ROOT, Frontier.FREE, 0);
    for (int entry = frontier.poll(); entry >= 0; entry = frontier.poll()) {
      int node = frontier.node(entry);
      if (seen.get(node)) {
        continue;
      }
      seen.set(node);
      int path = node % PathState.COUNT;
      int r = node / PathState.COUNT % right.size();
      int l = node / PathState.COUNT / right.size();
      if (path == PathState.INSIDE && left.accepts(l) && right.accepts(r)) {
        return Optional.of(frontier.path(entry));
      }
      expand(l, r, path, entry);
    }
    return Optional.empty();
  }

  private void expand(int l, int r, int path, int entry) {
    for (int move = left.firstMove(l); move < left.firstMove(l + 1); move++) {
      add(left.moveTarget(move), r, path, entry, Frontier.FREE, 0);
    }
    for (int move = right.firstMove(r); move < right.firstMove(r + 1); move++) {
      add(l, right.moveTarget(move), path, entry, Frontier.FREE, 0);
    }
    CharSet a = left.set(l);
    CharSet b = right.set(r);
    if (a == CharSet.NONE || b == CharSet.NONE) {
      return;
    }
    take(CharSet.plain(a, b), l, r, path, entry);
    if (a.contains('.') && b.contains('.')) {
      take('.', l, r, path, entry);
    }
    if (a.contains('/') && b.contains('/')) {
      take('/', l, r, path, entry);
    }
  }

  private void take(int codePoint, int l, int r, int path, int entry) {
    int next = codePoint < 0 ? PathState.NONE : PathState.next(path, codePoint);
    if (next != PathState.NONE) {
      int cost = PathState.cost(path, codePoint);
      add(left.target(l), right.target(r), next, entry, codePoint, cost);
    }
  }

  private void add(int l, int r, int path, int entry, int codePoint, int cost) {
    int node = (l * right.size() + r) * PathState.COUNT + path;
    if (!seen.get(node)) {
      frontier.add(node, entry, codePoint, cost);
    }
  }
}
