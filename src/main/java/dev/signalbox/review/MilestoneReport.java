package dev.signalbox.review;

import java.util.List;

/**
 * What a session hands in at a milestone: its own words, and what its reviewing subagents found.
 *
 * @param commit the commit that they looked at, as it is written: 7 to 64 hexadecimal digits; empty
 *     where none is named
 * @param words what the session says itself
 * @param opinions one for each perspective whose findings could be read, in the profile's order
 * @param problems what is missing or cannot be read, for the session; empty where all is there
 */
public record MilestoneReport(
    String commit, String words, List<Opinion> opinions, List<String> problems) {
  /** Nothing was handed in. */
  public static final MilestoneReport NONE =
      new MilestoneReport(
          "",
          "",
          List.of(),
          List.of("the review of the work since the last milestone, in `.sdd-review.md`"));

  public MilestoneReport {
    opinions = List.copyOf(opinions);
    problems = List.copyOf(problems);
  }

  /** Whether it is about that commit. */
  public boolean isAbout(String tip) {
    return !commit.isEmpty() && tip.startsWith(commit);
  }
}
