package dev.signalbox.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Findings in groups that grow together, none with two of one reviewer. */
final class Grouping {
  private final List<Group> groupOf = new ArrayList<>();
  private final List<Reported> all;

  Grouping(List<Reported> all) {
    this.all = List.copyOf(all);
    for (int i = 0; i < all.size(); i++) {
      groupOf.add(new Group(i, all.get(i).reviewer()));
    }
  }

  private static final class Group {
    private final Set<Integer> members = new HashSet<>();
    private final Set<String> reviewers = new HashSet<>();

    private Group(int member, String reviewer) {
      members.add(member);
      reviewers.add(reviewer);
    }

    private boolean sharesReviewer(Group other) {
      return reviewers.stream().anyMatch(other.reviewers::contains);
    }
  }

  /** The groups of both become one, unless a reviewer has findings in both. */
  void join(int one, int other) {
    Group kept = groupOf.get(one);
    Group gone = groupOf.get(other);
    if (kept.members.contains(other) || kept.sharesReviewer(gone)) {
      return;
    }
    kept.members.addAll(gone.members);
    kept.reviewers.addAll(gone.reviewers);
    gone.members.forEach(member -> groupOf.set(member, kept));
  }

  /** All groups by their first finding, each in the order of the findings. */
  List<List<Reported>> groups() {
    List<List<Reported>> groups = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      if (!seen.contains(i)) {
        Set<Integer> members = groupOf.get(i).members;
        seen.addAll(members);
        groups.add(members.stream().sorted().map(all::get).toList());
      }
    }
    return groups;
  }
}
