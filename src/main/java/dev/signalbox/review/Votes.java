package dev.signalbox.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the voices say about one row, in whole numbers: who found it or agrees, and how severe each
 * calls it. Whoever agrees agrees with the worst severity that it was shown with.
 *
 * @param supports severities by voice, of those who found it or agree
 * @param priorities severities by voice, of those who answered with another one
 */
record Votes(
    SortedMap<String, Severity> supports, SortedMap<String, Severity> priorities, int all) {

  static Votes of(Row row) {
    SortedMap<String, Severity> supports = new TreeMap<>();
    SortedMap<String, Severity> priorities = new TreeMap<>();
    row.findings()
        .forEach(each ->
            supports.merge(Tier.voice(each.reviewer()), each.finding().severity(), Severity::or));
    row.voices()
        .forEach(each ->
            each.seat()
                .ifPresent(seat -> supports.merge(seat, each.finding().severity(), Severity::or)));
    Severity worst =
        row.findings().stream()
            .map(each -> each.finding().severity())
            .reduce(Severity.CONSIDER, Severity::or);
    for (Stance stance : row.stances()) {
      String voice = Tier.voice(stance.reviewer());
      if (stance.isSupport()) {
        supports.merge(voice, worst, Severity::or);
      }
      stance.severity().ifPresent(severity -> priorities.merge(voice, severity, Severity::or));
    }
    return new Votes(supports, priorities, row.reviewers());
  }

  Consensus consensus() {
    long critical =
        supports.entrySet().stream()
            .filter(each ->
                priorities.getOrDefault(each.getKey(), each.getValue()) == Severity.CRITICAL)
            .count();
    return new Consensus(supports.size(), (int) critical, all);
  }

  /**
   * The worst that was said; where some answered with a severity, the middle, ties to the worse.
   */
  Severity said() {
    Map<String, Severity> votes = new TreeMap<>(supports);
    votes.putAll(priorities);
    List<Severity> worstFirst = new ArrayList<>(votes.values());
    worstFirst.sort(Comparator.naturalOrder());
    return worstFirst.get(priorities.isEmpty() ? 0 : (worstFirst.size() - 1) / 2);
  }
}
