package dev.signalbox.plan;

import java.util.List;

/**
 * A plan that lives in a tracker: the master issue and its sub-issues. All text is from outside.
 *
 * @param name as the person gave it, such as {@code linear:SHOP-100}
 * @param subIssues in the tracker's order
 */
public record PlanIssues(String name, IssueText master, List<SubIssue> subIssues) {
  public PlanIssues {
    subIssues = List.copyOf(subIssues);
  }

  /**
   * What an issue says.
   *
   * @param name in positions, such as {@code linear:SHOP-101}; the title counts as its line 1, as
   *     does the first line of the description
   * @param description Markdown; may be empty
   */
  public record IssueText(IssueId id, String name, String title, String description) {}

  /**
   * A sub-issue: a phase of the plan.
   *
   * @param blockedBy issues that come first
   * @param hasChildren whether it has sub-issues of its own, which are no phases
   */
  public record SubIssue(
      IssueText text, Progress progress, List<Blocker> blockedBy, boolean hasChildren) {
    public SubIssue {
      blockedBy = List.copyOf(blockedBy);
    }
  }

  /**
   * An issue that comes first, in the plan or outside of it.
   *
   * @param status as the tracker calls its kind, for people
   */
  public record Blocker(IssueId issue, Progress progress, String status) {}

  /** How far an issue is, as far as a plan has to know. */
  public enum Progress {
    OPEN,
    DONE,
    CANCELED;

    /** Whether nobody works on it any more. */
    public boolean isOver() {
      return this != OPEN;
    }
  }
}
