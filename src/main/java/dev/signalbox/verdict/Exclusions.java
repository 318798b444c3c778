package dev.signalbox.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pairs that exclude each other without a direction of their own.
 *
 * @param unmergeable groups by a file that git cannot merge
 * @param infrastructure groups by class
 * @param readCycles file reads that lie on a cycle, by pair
 * @param withoutBranch pairs of which one works on the base and both touch a path
 * @param overruled pairs that a person lets run in parallel
 */
record Exclusions(
    Cliques unmergeable,
    Cliques infrastructure,
    Map<Long, Edge> readCycles,
    Set<Long> withoutBranch,
    Set<Long> overruled) {

  /** The key of a pair, the same in both directions. */
  static long key(int a, int b) {
    return ((long) Math.min(a, b) << Integer.SIZE) | Math.max(a, b);
  }

  static Map<Long, Edge> byPair(List<Edge> edges) {
    Map<Long, Edge> pairs = new LinkedHashMap<>();
    edges.forEach(edge -> pairs.putIfAbsent(key(edge.from(), edge.to()), edge));
    return pairs;
  }

  @Nullable Edge readCycle(int a, int b) {
    return readCycles.get(key(a, b));
  }

  /**
   * Enough ordered pairs to keep every excluded pair apart: neighbours in each group, because order
   * carries over, and single pairs. Each is {@code {first, second}} by the given ranks.
   */
  List<int[]> ordered(int[] rank) {
    List<int[]> pairs = new ArrayList<>();
    unmergeable.all().forEach(clique -> chain(clique, rank, pairs));
    infrastructure.all().forEach(clique -> chain(clique, rank, pairs));
    readCycles.keySet().forEach(key -> pair(key, rank, pairs));
    withoutBranch.forEach(key -> pair(key, rank, pairs));
    return pairs;
  }

  private void pair(long key, int[] rank, List<int[]> pairs) {
    add((int) (key >>> Integer.SIZE), (int) key, rank, pairs);
  }

  private void add(int a, int b, int[] rank, List<int[]> pairs) {
    if (!overruled.contains(key(a, b))) {
      pairs.add(rank[a] < rank[b] ? new int[] {a, b} : new int[] {b, a});
    }
  }

  private void chain(Cliques.Clique clique, int[] rank, List<int[]> pairs) {
    boolean isBroken =
        overruled.stream()
            .anyMatch(key ->
                Cliques.contains(clique, (int) (key >>> Integer.SIZE))
                    && Cliques.contains(clique, (int) (long) key));
    List<Integer> members = new ArrayList<>();
    for (int member : clique.members()) {
      members.add(member);
    }
    members.sort((a, b) -> Integer.compare(rank[a], rank[b]));
    for (int i = 1; i < members.size(); i++) {
      for (int j = isBroken ? 0 : i - 1; j < i; j++) {
        add(members.get(j), members.get(i), rank, pairs);
      }
    }
  }
}
