package dev.signalbox.glob;

import dev.signalbox.limit.Limits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Patterns that are asked together, about many paths: whether any of them matches. Each step of
 * their common automaton is worked out once, so that a path costs a look-up per character, however
 * many patterns there are.
 */
public final class GlobSet {
  private static final int ASCII = 128;
  private static final int UNKNOWN = -1;

  private final List<Glob> globs;
  private @Nullable LazyDfa automaton;
  private final List<int[]> steps = new ArrayList<>();
  private int start;

  private GlobSet(List<Glob> globs) {
    this.globs = List.copyOf(globs);
  }

  public static GlobSet of(List<Glob> globs) {
    return new GlobSet(globs);
  }

  /** The patterns, in the order given. */
  public List<Glob> globs() {
    return globs;
  }

  /** Whether any pattern matches {@code path}. */
  public synchronized boolean matches(String path) {
    if (globs.isEmpty() || !Glob.isPath(path)) {
      return false;
    }
    LazyDfa dfa = automaton();
    int set = start;
    for (int i = 0; i < path.length(); ) {
      int codePoint = path.codePointAt(i);
      set = step(dfa, set, codePoint);
      i += Character.charCount(codePoint);
    }
    return dfa.accepts(set);
  }

  private int step(LazyDfa dfa, int set, int codePoint) {
    if (codePoint >= ASCII || set >= Limits.GLOB_SET_STATES_MAX) {
      return dfa.next(set, codePoint);
    }
    while (steps.size() <= set) {
      int[] row = new int[ASCII];
      Arrays.fill(row, UNKNOWN);
      steps.add(row);
    }
    int[] row = steps.get(set);
    if (row[codePoint] == UNKNOWN) {
      row[codePoint] = dfa.next(set, codePoint);
    }
    return row[codePoint];
  }

  private LazyDfa automaton() {
    LazyDfa known = automaton;
    if (known == null) {
      known = new LazyDfa(NfaBuilder.union(globs.stream().map(g -> g.compiled().nfa()).toList()));
      automaton = known;
      start = known.start();
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GlobSet set && set.globs.equals(globs);
  }

  @Override
  public int hashCode() {
    return globs.hashCode();
  }

  @Override
  public String toString() {
    return globs.toString();
  }
}
