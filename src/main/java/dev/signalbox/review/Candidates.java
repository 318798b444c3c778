package dev.signalbox.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Groups of a new round that rows of earlier ones may be found again in, each by one row. */
final class Candidates {
  private final Matching matching;
  private final List<Finding> findings = new ArrayList<>();

  /** The group of each finding; empty where a row has taken it. */
  private final List<Optional<List<Reported>>> groups = new ArrayList<>();

  private final Vocabulary.Index index;

  Candidates(List<List<Reported>> groups, Matching matching, Vocabulary words) {
    this.matching = matching;
    for (List<Reported> group : groups) {
      for (Reported each : group) {
        findings.add(each.finding());
        this.groups.add(Optional.of(group));
      }
    }
    this.index = words.index(findings);
  }

  /**
   * The group that fits the row best, as their two findings that fit best; no other row gets it.
   */
  Optional<List<Reported>> take(Row row) {
    Optional<List<Reported>> best = Optional.empty();
    int most = -1;
    int first = -1;
    int least = matching.least();
    for (Reported old : row.said()) {
      int[] shared = index.shared(old.finding());
      for (int i = 0; i < shared.length; i++) {
        if (shared[i] >= least && groups.get(i).isPresent()) {
          int margin = matching.margin(findings.get(i), old.finding(), shared[i]);
          // Of equal ones the earlier group.
          if (margin > most || (margin == most && i < first)) {
            best = groups.get(i);
            most = margin;
            first = i;
          }
        }
      }
    }
    Optional<List<Reported>> taken = best;
    groups.replaceAll(group -> taken.isPresent() && group.equals(taken) ? Optional.empty() : group);
    return taken;
  }

  /** Those that no row has taken. */
  List<List<Reported>> left() {
    return groups.stream().flatMap(Optional::stream).distinct().toList();
  }
}
