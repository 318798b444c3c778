package dev.signalbox.verdict;

import dev.signalbox.glob.Glob;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which phases state which patterns, each distinct pattern once: what many phases share is one
 * entry and not a pair for every two of them.
 */
final class Incidence {
  private final List<Glob> globs;
  private final int[][] phasesOf;
  private final int[][] globsOf;

  private Incidence(List<Glob> globs, int[][] phasesOf, int[][] globsOf) {
    this.globs = globs;
    this.phasesOf = phasesOf;
    this.globsOf = globsOf;
  }

  /** Takes one list of patterns per phase; ids follow the order of first mention. */
  static Incidence of(List<List<Glob>> stated) {
    Map<Glob, Integer> ids = new LinkedHashMap<>();
    List<IntSequence> phases = new ArrayList<>();
    int[][] globsOf = new int[stated.size()][];
    for (int phase = 0; phase < stated.size(); phase++) {
      IntSequence own = new IntSequence();
      for (Glob glob : stated.get(phase)) {
        int id = ids.computeIfAbsent(glob, _ -> phases.size());
        if (id == phases.size()) {
          phases.add(new IntSequence());
        }
        own.add(id);
        phases.get(id).add(phase);
      }
      globsOf[phase] = own.toSortedSet();
    }
    int[][] phasesOf = phases.stream().map(IntSequence::toSortedSet).toArray(int[][]::new);
    return new Incidence(List.copyOf(ids.keySet()), phasesOf, globsOf);
  }

  /** The distinct patterns; a pattern's id is its index. */
  List<Glob> globs() {
    return globs;
  }

  /** The phases that state a pattern, ascending. */
  int[] phasesOf(int glob) {
    return phasesOf[glob];
  }

  /** The patterns that a phase states, ascending. */
  int[] globsOf(int phase) {
    return globsOf[phase];
  }
}
