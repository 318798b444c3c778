package dev.signalbox.plan.markdown;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.PhaseDraft;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.PhaseRef;
import dev.signalbox.plan.PlanIssues;
import dev.signalbox.plan.PlanIssues.Blocker;
import dev.signalbox.plan.PlanIssues.Progress;
import dev.signalbox.plan.PlanIssues.SubIssue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order that a tracker's relations state, and what phases that are over leave of it. */
final class IssueOrder {
  private final PlanIssues source;
  private final Map<IssueId, PhaseDraft> drafts;
  private final Problems problems;
  private final Set<PhaseId> over = new HashSet<>();

  IssueOrder(PlanIssues source, Map<IssueId, PhaseDraft> drafts, Problems problems) {
    this.source = source;
    this.drafts = drafts;
    this.problems = problems;
  }

  /** Whether only phases that are over have the id. */
  boolean isOver(PhaseId id) {
    return over.contains(id);
  }

  /** Adds what blocks open phases to them, and takes out what waits for nothing any more. */
  void apply() {
    Set<PhaseId> open = new HashSet<>();
    for (SubIssue each : source.subIssues()) {
      (each.progress().isOver() ? over : open).add(draft(each.text().id()).id());
    }
    over.removeAll(open);
    for (SubIssue each : source.subIssues()) {
      if (each.progress().isOver()) {
        sayLeftOut(each);
      } else {
        PhaseDraft phase = draft(each.text().id());
        each.blockedBy().forEach(blocker -> block(each, phase, blocker));
        phase.after.removeIf(ref -> over.contains(ref.id()));
        phase.informs.removeIf(ref -> over.contains(ref.id()));
      }
    }
  }

  private PhaseDraft draft(IssueId issue) {
    PhaseDraft draft = drafts.get(issue);
    if (draft == null) {
      throw new IllegalStateException("expected a phase of " + issue);
    }
    return draft;
  }

  private void sayLeftOut(SubIssue issue) {
    problems.warning(
        ErrorCode.PLAN_PART_NOT_READ,
        Position.startOf(source.master().name()),
        "expected open sub-issues, found %s (%s), which is %s and left out"
            .formatted(
                issue.text().id(),
                draft(issue.text().id()).id(),
                issue.progress() == Progress.DONE ? "done" : "canceled"),
        "");
  }

  private void block(SubIssue blocked, PhaseDraft phase, Blocker blocker) {
    Position at = Position.startOf(blocked.text().name());
    PhaseDraft first = drafts.get(blocker.issue());
    if (blocker.issue().equals(source.master().id())) {
      problems.error(
          ErrorCode.PLAN_BLOCKED_OUTSIDE,
          at,
          "expected issues of the plan to wait for each other, found "
              + blocked.text().id()
              + " waiting for its own master issue",
          "remove that relation in the tracker");
    } else if (blocker.progress() == Progress.CANCELED) {
      problems.warning(
          ErrorCode.PLAN_BLOCKER_CANCELED,
          at,
          "%s waited for %s, which was canceled; it waits for it no longer"
              .formatted(blocked.text().id(), blocker.issue()),
          "look whether the work still makes sense without it");
    } else if (blocker.progress() == Progress.OPEN && first == null) {
      problems.error(
          ErrorCode.PLAN_BLOCKED_OUTSIDE,
          at,
          "expected blockers that are done or part of the plan, found %s waiting for %s (%s)"
              .formatted(blocked.text().id(), blocker.issue(), blocker.status()),
          "finish " + blocker.issue() + ", or remove the relation in the tracker");
    } else if (first != null && !isSaid(first, phase)) {
      phase.after.add(new PhaseRef(first.id(), at));
    }
  }

  /** Whether the descriptions state that order themselves. */
  private static boolean isSaid(PhaseDraft first, PhaseDraft second) {
    return names(second.after, first.id()) || names(first.informs, second.id());
  }

  private static boolean names(List<PhaseRef> refs, PhaseId id) {
    return refs.stream().anyMatch(ref -> ref.id().equals(id));
  }
}
