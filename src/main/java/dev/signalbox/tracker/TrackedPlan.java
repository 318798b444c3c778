package dev.signalbox.tracker;

import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.PlanIssues;
import dev.signalbox.plan.PlanIssues.Blocker;
import dev.signalbox.plan.PlanIssues.IssueText;
import dev.signalbox.plan.PlanIssues.Progress;
import dev.signalbox.plan.PlanIssues.SubIssue;
import dev.signalbox.remote.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Loads a plan that lives in a tracker: two requests, and one more for each page of sub-issues. */
public final class TrackedPlan {
  private TrackedPlan() {}

  /**
   * The master issue with its sub-issues; a failure of either is a failure of both.
   *
   * @param prefix of the names in positions, such as {@code linear:}
   */
  public static Outcome<PlanIssues> load(Tracker tracker, String prefix, IssueId master) {
    return tracker
        .read(master)
        .then(
            issue -> tracker.children(issue.id()).map(children -> planOf(prefix, issue, children)));
  }

  /** The plan that such issues make. */
  static PlanIssues planOf(String prefix, Issue master, List<Issue> children) {
    Map<IssueId, List<Blocker>> blockers = new LinkedHashMap<>();
    children.forEach(child -> blockers.put(child.id(), new ArrayList<>()));
    for (Issue child : children) {
      for (Relation relation : child.ties().relations()) {
        switch (relation.kind()) {
          case BLOCKED_BY -> add(blockers, child.id(), relation.other(), relation.otherStatus());
          // The other one says so too, unless the tracker leaves it out there.
          case BLOCKS -> add(blockers, relation.other(), child.id(), child.standing().status());
          case DUPLICATE, RELATED -> {}
        }
      }
    }
    List<SubIssue> subIssues =
        children.stream()
            .map(child ->
                new SubIssue(
                    textOf(prefix, child),
                    progressOf(child.standing().status()),
                    blockers.getOrDefault(child.id(), List.of()),
                    !child.ties().children().isEmpty()))
            .toList();
    return new PlanIssues(prefix + master.id(), textOf(prefix, master), subIssues);
  }

  private static void add(
      Map<IssueId, List<Blocker>> blockers, IssueId second, IssueId first, IssueStatus status) {
    List<Blocker> known = blockers.get(second);
    if (known != null && known.stream().noneMatch(each -> each.issue().equals(first))) {
      known.add(new Blocker(first, progressOf(status), status.name()));
    }
  }

  private static IssueText textOf(String prefix, Issue issue) {
    return new IssueText(
        issue.id(), prefix + issue.id(), issue.text().title(), issue.text().description());
  }

  private static Progress progressOf(IssueStatus status) {
    return switch (status) {
      case TRIAGE, BACKLOG, UNSTARTED, STARTED, IN_REVIEW -> Progress.OPEN;
      case COMPLETED -> Progress.DONE;
      case CANCELED -> Progress.CANCELED;
    };
  }
}
