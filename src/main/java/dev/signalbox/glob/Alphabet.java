package dev.signalbox.glob;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * One code point for each kind that some automata tell apart: two code points are of one kind when
 * every set of every state holds both or neither. Determinising needs no more letters than these.
 */
final class Alphabet {
  private Alphabet() {}

  /** The most legible code point of each kind; the dot and the slash are kinds of their own. */
  static int[] of(Nfa... automata) {
    Map<CharSet, Integer> sets = new LinkedHashMap<>();
    for (Nfa nfa : automata) {
      for (int state = 0; state < nfa.size(); state++) {
        sets.putIfAbsent(nfa.set(state), sets.size());
      }
    }
    sets.putIfAbsent(CharSet.of('.'), sets.size());
    sets.putIfAbsent(CharSet.of('/'), sets.size());
    TreeSet<Integer> edges = new TreeSet<>();
    edges.add(0);
    sets.keySet().forEach(set -> set.forEachEdge(edges::add));
    edges.remove(Character.MAX_CODE_POINT + 1);
    Map<BitSet, Integer> kinds = new LinkedHashMap<>();
    for (int low : edges) {
      Integer next = edges.higher(low);
      int high = next == null ? Character.MAX_CODE_POINT : next - 1;
      kinds.merge(kind(low, sets), Legible.best(low, high), Alphabet::betterOf);
    }
    return kinds.values().stream().mapToInt(Integer::intValue).toArray();
  }

  private static BitSet kind(int codePoint, Map<CharSet, Integer> sets) {
    BitSet kind = new BitSet();
    sets.forEach((set, number) -> kind.set(number, set.contains(codePoint)));
    return kind;
  }

  private static int betterOf(int a, int b) {
    return Legible.band(a, a) <= Legible.band(b, b) ? a : b;
  }
}
