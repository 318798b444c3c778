package dev.signalbox.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
  /** Lines between two places that may still be one: a comment is often put beside its code. */
  static final int LINES_SLACK = 5;

  /** What was best on the half of the labelled set that it was chosen with. */
  public static final Matching DEFAULT = new Matching(100, 400, 370, 250, 190);

  /** How far above its threshold a pair is; negative below it. */
  private int margin(Finding one, Finding other, Vocabulary words) {
    Likeness likeness = Likeness.of(one, other, words);
    int threshold =
        switch (likeness.nearness()) {
          case LINES -> lines;
          case FILE -> file;
          case UNKNOWN -> unknown;
          case APART -> apart;
          case ELSEWHERE -> elsewhere;
        };
    return likeness.permille() - threshold;
  }

  /** How well two groups fit: as their two that fit best; negative for not. */
  int margin(List<Reported> group, List<Reported> another, Vocabulary words) {
    int best = Integer.MIN_VALUE;
    for (Reported one : group) {
      for (Reported other : another) {
        best = Math.max(best, margin(one.finding(), other.finding(), words));
      }
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
    List<Integer> groupOf = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      groupOf.add(i);
    }
    for (Pair pair : pairs(all, words)) {
      int kept = groupOf.get(pair.one());
      int gone = groupOf.get(pair.other());
      if (kept != gone && !isShared(all, groupOf, kept, gone)) {
        groupOf.replaceAll(group -> group == Math.max(kept, gone) ? Math.min(kept, gone) : group);
      }
    }
    return grouped(all, groupOf);
  }

  private List<Pair> pairs(List<Reported> all, Vocabulary words) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        int margin = margin(all.get(i).finding(), all.get(j).finding(), words);
        if (margin >= 0 && !all.get(i).reviewer().equals(all.get(j).reviewer())) {
          pairs.add(new Pair(i, j, margin));
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

  /** Whether one reviewer has findings in both groups. */
  private static boolean isShared(
      List<Reported> all, List<Integer> groupOf, int group, int another) {
    Set<String> reviewers = reviewers(all, groupOf, group);
    reviewers.retainAll(reviewers(all, groupOf, another));
    return !reviewers.isEmpty();
  }

  private static Set<String> reviewers(List<Reported> all, List<Integer> groupOf, int group) {
    Set<String> reviewers = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      if (groupOf.get(i) == group) {
        reviewers.add(all.get(i).reviewer());
      }
    }
    return reviewers;
  }

  private static List<List<Reported>> grouped(List<Reported> all, List<Integer> groupOf) {
    return groupOf.stream()
        .distinct()
        .map(group -> {
          List<Reported> members = new ArrayList<>();
          for (int i = 0; i < all.size(); i++) {
            if (groupOf.get(i).equals(group)) {
              members.add(all.get(i));
            }
          }
          return List.copyOf(members);
        })
        .collect(Collectors.toList());
  }
}
