package dev.signalbox.verdict;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which phases touch a common path, answered from patterns that meet. */
final class SharedFiles {
  private static final int LARGE = 64;

  /** Two patterns, perhaps the same, of which the first belongs to the first phase asked about. */
  record Meeting(int glob, int other) {}

  private final Incidence writes;
  private final int[][] meetings;
  private final Map<Integer, BitSet> phasesOf = new HashMap<>();
  private final Map<Integer, BitSet> neighboursOf = new HashMap<>();

  SharedFiles(Footprints footprints) {
    writes = footprints.writes();
    meetings = footprints.writeMeetings();
  }

  /**
   * Patterns of the two phases that meet, or null; patterns for one path come before wider ones,
   * because they tell more.
   */
  @Nullable Meeting common(int a, int b) {
    Meeting found = null;
    for (int glob : writes.globsOf(a)) {
      for (int other : writes.globsOf(b)) {
        if (glob == other || Arrays.binarySearch(meetings[glob], other) >= 0) {
          Meeting meeting = new Meeting(glob, other);
          if (isLiteral(glob) || isLiteral(other)) {
            return meeting;
          }
          found = found == null ? meeting : found;
        }
      }
    }
    return found;
  }

  private boolean isLiteral(int glob) {
    return writes.globs().get(glob).literalPath().isPresent();
  }

  /** Adds every phase that touches a path of {@code phase}, itself perhaps included. */
  void addNeighbours(int phase, BitSet into) {
    for (int glob : writes.globsOf(phase)) {
      if (meetings[glob].length >= LARGE) {
        into.or(neighboursOf.computeIfAbsent(glob, this::neighbours));
      } else {
        addAround(glob, into);
      }
    }
  }

  private BitSet neighbours(int glob) {
    BitSet set = new BitSet();
    addAround(glob, set);
    return set;
  }

  private void addAround(int glob, BitSet into) {
    addPhases(glob, into);
    for (int other : meetings[glob]) {
      addPhases(other, into);
    }
  }

  private void addPhases(int glob, BitSet into) {
    int[] phases = writes.phasesOf(glob);
    if (phases.length >= LARGE) {
      into.or(phasesOf.computeIfAbsent(glob, this::bits));
    } else {
      for (int phase : phases) {
        into.set(phase);
      }
    }
  }

  private BitSet bits(int glob) {
    BitSet set = new BitSet();
    for (int phase : writes.phasesOf(glob)) {
      set.set(phase);
    }
    return set;
  }
}
