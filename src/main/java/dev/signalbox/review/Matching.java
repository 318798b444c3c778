package dev.signalbox.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which findings of different reviewers are one: those whose places and words meet. A reviewer's
 * own findings stay apart, since it told them apart. How well that works was measured
 * (docs/guide/reviews.md); a person splits and joins what it got wrong.
 *
 * @param lines words to share, in thousandths, where the lines meet
 * @param file the same where one of them means the whole file
 * @param unknown the same where one names no place
 * @param apart the same where the lines of one file lie apart
 * @param elsewhere the same where the files differ
 */
public record Matching(int lines, int file, int unknown, int apart, int elsewhere) {
  public Matching {
    if (least(lines, file, unknown, apart, elsewhere) < 1) {
      throw new IllegalArgumentException("expected words to share, found a threshold below 1");
    }
  }

  /** Lines between two places that may still be one: a comment is often put beside its code. */
  static final int LINES_SLACK = 5;

  /** What was best on the half of the labelled set that it was chosen with. */
  public static final Matching DEFAULT = new Matching(100, 400, 370, 250, 190);

  private static int least(int... thresholds) {
    return Arrays.stream(thresholds).min().orElseThrow();
  }

  /** What two findings have to share at least, wherever they are. */
  int least() {
    return least(lines, file, unknown, apart, elsewhere);
  }

  /** How far above its threshold a pair is that shares so many words; negative below it. */
  int margin(Finding one, Finding other, int shared) {
    int threshold =
        switch (Nearness.of(one, other)) {
          case LINES -> lines;
          case FILE -> file;
          case UNKNOWN -> unknown;
          case APART -> apart;
          case ELSEWHERE -> elsewhere;
        };
    return shared - threshold;
  }

  /** The same of the best pair of a finding and those of a row. */
  int margin(Finding one, List<Reported> others, Vocabulary words) {
    List<Finding> findings = others.stream().map(Reported::finding).toList();
    int[] shared = words.index(findings).shared(one);
    int best = Integer.MIN_VALUE;
    for (int i = 0; i < shared.length; i++) {
      best = Math.max(best, margin(one, findings.get(i), shared[i]));
    }
    return best;
  }

  private record Pair(int one, int other, int margin) {}

  /**
   * The findings of all opinions in groups, each of different reviewers. Best pairs first; of equal
   * ones those of earlier reviewers, so the order of the result follows the opinions.
   */
  public List<List<Reported>> groups(List<Opinion> opinions) {
    return groups(opinions, new Vocabulary());
  }

  List<List<Reported>> groups(List<Opinion> opinions, Vocabulary words) {
    List<Reported> all = new ArrayList<>();
    opinions.forEach(each ->
        each.findings().forEach(finding -> all.add(new Reported(each.reviewer(), finding))));
    Grouping grouping = new Grouping(all);
    for (Pair pair : pairs(all, words)) {
      grouping.join(pair.one(), pair.other());
    }
    return grouping.groups();
  }

  private List<Pair> pairs(List<Reported> all, Vocabulary words) {
    List<Finding> findings = all.stream().map(Reported::finding).toList();
    Vocabulary.Index index = words.index(findings);
    int least = least();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      int[] shared = index.shared(findings.get(i));
      for (int j = i + 1; j < shared.length; j++) {
        // Most pairs share so little that their places need not be looked at.
        if (shared[j] >= least && !all.get(i).reviewer().equals(all.get(j).reviewer())) {
          int margin = margin(findings.get(i), findings.get(j), shared[j]);
          if (margin >= 0) {
            pairs.add(new Pair(i, j, margin));
          }
        }
      }
    }
    pairs.sort(
        Comparator.comparingInt(Pair::margin)
            .reversed()
            .thenComparingInt(Pair::one)
            .thenComparingInt(Pair::other));
    return pairs;
  }
}
