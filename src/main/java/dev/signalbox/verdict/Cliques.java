package dev.signalbox.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Groups of phases in which every two are related in one way, such as all that touch one file. A
 * group is one fact, however many pairs it stands for.
 */
final class Cliques {
  /** From this size on a group is also kept as bits, so that unions cost a word per 64 phases. */
  private static final int LARGE = 64;

  /**
   * One group.
   *
   * @param name what the members share: a path, a folder, a class
   * @param members ascending, at least two
   */
  record Clique(String name, int[] members) {}

  private final List<Clique> cliques = new ArrayList<>();
  private final List<BitSet> bits = new ArrayList<>();
  private final int[][] cliquesOf;

  /** Keeps the groups that have two members or more. */
  Cliques(int phases, List<Clique> candidates) {
    IntSequence[] of = new IntSequence[phases];
    for (Clique candidate : candidates) {
      if (candidate.members().length < 2) {
        continue;
      }
      for (int member : candidate.members()) {
        if (of[member] == null) {
          of[member] = new IntSequence();
        }
        of[member].add(cliques.size());
      }
      cliques.add(candidate);
      bits.add(bitsOf(candidate.members()));
    }
    cliquesOf = new int[phases][];
    for (int phase = 0; phase < phases; phase++) {
      cliquesOf[phase] = of[phase] == null ? new int[0] : of[phase].toArray();
    }
  }

  private static BitSet bitsOf(int[] members) {
    BitSet set = new BitSet();
    if (members.length >= LARGE) {
      for (int member : members) {
        set.set(member);
      }
    }
    return set;
  }

  List<Clique> all() {
    return cliques;
  }

  /** The first group that holds both phases, or null. */
  @org.jspecify.annotations.Nullable
  Clique common(int a, int b) {
    int[] mine = cliquesOf[a];
    int[] other = cliquesOf[b];
    int i = 0;
    int j = 0;
    while (i < mine.length && j < other.length) {
      if (mine[i] == other[j]) {
        return cliques.get(mine[i]);
      }
      if (mine[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return null;
  }

  /** Adds every phase that shares a group with {@code phase}, itself included. */
  void addNeighbours(int phase, BitSet into) {
    for (int id : cliquesOf[phase]) {
      int[] members = cliques.get(id).members();
      if (members.length >= LARGE) {
        into.or(bits.get(id));
      } else {
        for (int member : members) {
          into.set(member);
        }
      }
    }
  }

  /** Whether {@code phase} is in the group. */
  static boolean contains(Clique clique, int phase) {
    return Arrays.binarySearch(clique.members(), phase) >= 0;
  }
}
