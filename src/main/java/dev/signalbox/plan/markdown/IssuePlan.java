package dev.signalbox.plan.markdown;

import dev.signalbox.document.Block;
import dev.signalbox.document.DataNode;
import dev.signalbox.document.MarkdownDocument;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.Overrule;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseDraft;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanHeader;
import dev.signalbox.plan.PlanIssues;
import dev.signalbox.plan.PlanIssues.IssueText;
import dev.signalbox.plan.PlanIssues.SubIssue;
import dev.signalbox.plan.PlanReading;
import dev.signalbox.plan.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a plan that lives in a tracker: the master issue is the header, each open sub-issue a phase
 * with the fields and sections of our own format, and blocking relations are its order. Here and
 * not in a package of its own, because it is the same format in another place.
 */
public final class IssuePlan {
  /** The format's name in output. */
  public static final String NAME = "tracker";

  private final PlanIssues source;
  private final Problems problems = new Problems();
  private final List<Overrule> overrules = new ArrayList<>();

  /** By issue, in the tracker's order; those that are over too. */
  private final Map<IssueId, PhaseDraft> drafts = new LinkedHashMap<>();

  private final PhaseNaming naming;

  private IssuePlan(PlanIssues source) {
    this.source = source;
    this.naming = new PhaseNaming(problems);
  }

  /** The plan and what is wrong with it; never an empty success. */
  public static PlanReading read(PlanIssues source) {
    return new IssuePlan(source).read();
  }

  private PlanReading read() {
    source.subIssues().forEach(each -> drafts.put(each.text().id(), draft(each)));
    PlanHeader header = header();
    IssueOrder order = new IssueOrder(source, drafts, problems);
    order.apply();
    overrules.removeIf(each -> order.isOver(each.first().id()) || order.isOver(each.second().id()));
    List<Phase> phases = new ArrayList<>();
    for (SubIssue each : source.subIssues()) {
      if (!each.progress().isOver()) {
        phases.add(draftOf(each).build());
      }
    }
    if (phases.isEmpty()) {
      problems.error(
          ErrorCode.PLAN_NO_PHASES,
          Position.startOf(source.master().name()),
          source.subIssues().isEmpty()
              ? "expected sub-issues, each a phase of the plan, found none"
              : "expected a sub-issue that is not done, found "
                  + source.subIssues().size()
                  + " done",
          source.subIssues().isEmpty()
              ? "make them, or let signalbox publish PLAN make them from a plan file"
              : "nothing is left to do; reopen a sub-issue to have it done again");
    }
    Plan plan = new Plan(header, phases, overrules);
    return new PlanReading(plan, shown(), PlanAssembly.counts(phases));
  }

  private PhaseDraft draftOf(SubIssue issue) {
    PhaseDraft draft = drafts.get(issue.text().id());
    if (draft == null) {
      throw new IllegalStateException("expected a phase of " + issue.text().id());
    }
    return draft;
  }

  /** What is wrong with phases that are over concerns nobody any more. */
  private List<Problem> shown() {
    List<String> over =
        source.subIssues().stream()
            .filter(each -> each.progress().isOver())
            .map(each -> each.text().name())
            .toList();
    return problems.list().stream().filter(each -> !over.contains(each.position().file())).toList();
  }

  private PlanHeader header() {
    IssueText master = source.master();
    DataNode.Mapping fields =
        IssueHeader.of(new SourceFile(master.name(), master.description()), problems);
    return new HeaderFields(problems, overrules)
        .read(source.name(), master.title().strip(), fields)
        .of(Optional.of(master.id()));
  }

  private PhaseDraft draft(SubIssue issue) {
    IssueText text = issue.text();
    Position start = Position.startOf(text.name());
    IssueTitle title = IssueTitle.of(text.title());
    PhaseId id = naming.idOf(title, text.id(), start);
    PhaseDraft draft = new PhaseDraft(id, start).title(title.title()).issue(text.id());
    List<Overrule> own = new ArrayList<>();
    PhaseSection section = PhaseSection.ofIssue(draft, new PhaseFields(draft, problems, own));
    for (Block block :
        MarkdownDocument.parse(new SourceFile(text.name(), text.description())).blocks()) {
      section.take(block);
    }
    section.finish();
    // An issue: field in a description would make one issue two.
    draft.issue(text.id());
    if (!issue.progress().isOver()) {
      overrules.addAll(own);
      warnOfChildren(issue, start);
    }
    return draft;
  }

  private void warnOfChildren(SubIssue issue, Position at) {
    if (issue.hasChildren()) {
      problems.warning(
          ErrorCode.PLAN_PART_NOT_READ,
          at,
          "expected no sub-issues below the sub-issues of a plan, found some, which are no phases",
          "make them sub-issues of the master issue to have them dispatched");
    }
  }
}
