package dev.signalbox.engine;

import dev.signalbox.limit.Limits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a session changed outside of its scope (ADR 0011).
 *
 * @param scope what it is judged by
 * @param seen by path; at most {@link Limits#DRIFT_PATHS_MAX}
 * @param more further ones, about: they are not kept by name
 * @param landing paths on the branch, as it was taken in last, that a person has to see before they
 *     are merged
 * @param landingMore further ones of those
 */
public record Drift(
    PathScope scope,
    SortedMap<String, DriftKind> seen,
    int more,
    List<String> landing,
    int landingMore) {

  public Drift {
    seen = Collections.unmodifiableSortedMap(new TreeMap<>(seen));
    landing = List.copyOf(landing);
  }

  static Drift none(SessionScope scope) {
    return new Drift(new PathScope(scope), new TreeMap<>(), 0, List.of(), 0);
  }

  /** How many files it changed, or tried to, as far as nobody said no. */
  public int count() {
    return more + (int) seen.values().stream().filter(kind -> kind != DriftKind.DENIED).count();
  }

  /** Everything that is known, line by line, for people; empty without drift. */
  public String text() {
    return DriftText.whole(this);
  }

  Drift plus(Fact.DriftSeen fact) {
    SortedMap<String, DriftKind> next = new TreeMap<>(seen);
    fact.paths().forEach(path -> next.put(path, fact.kind()));
    return new Drift(scope, next, fact.more(), landing, landingMore);
  }

  /** With what a branch changes that was taken in. */
  Drift takenIn(List<String> paths) {
    List<String> toSee = new ArrayList<>();
    int further = 0;
    for (String path : paths) {
      if (!ScopeRules.isLeftToRecords(scope, path)) {
        if (toSee.size() < Limits.DRIFT_PATHS_MAX) {
          toSee.add(path);
        } else {
          further++;
        }
      }
    }
    return new Drift(scope, seen, more, toSee, further);
  }

  /** Whether the branch holds what a person has to see and has not allowed. */
  boolean isUndecided() {
    return landingMore > 0
        || landing.stream().anyMatch(path -> seen.get(path) != DriftKind.ALLOWED);
  }
}
