package dev.signalbox.verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Directed edges, at most one per direction of a pair: the first rule that gave it is kept. */
final class EdgeMap {
  private final int phases;
  private final Map<Long, Edge> edges = new LinkedHashMap<>();

  EdgeMap(int phases) {
    this.phases = phases;
  }

  private long key(int from, int to) {
    return (long) from * phases + to;
  }

  /** Keeps the edge unless there is one of the same direction. */
  void add(Edge edge) {
    edges.putIfAbsent(key(edge.from(), edge.to()), edge);
  }

  @Nullable Edge get(int from, int to) {
    return edges.get(key(from, to));
  }

  void remove(Edge edge) {
    edges.remove(key(edge.from(), edge.to()));
  }

  /** In the order added. */
  Collection<Edge> all() {
    return edges.values();
  }

  int size() {
    return edges.size();
  }

  int phases() {
    return phases;
  }

  /** The graph of the edges that pass. */
  Digraph graph(Predicate<Edge> filter) {
    List<Edge> kept = new ArrayList<>();
    for (Edge edge : edges.values()) {
      if (filter.test(edge)) {
        kept.add(edge);
      }
    }
    return Digraph.of(phases, kept);
  }
}
