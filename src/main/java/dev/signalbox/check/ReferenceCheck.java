package dev.signalbox.check;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.Deliverable;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.Overrule;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.PhaseRef;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that names are given once and lead somewhere. */
final class ReferenceCheck {
  private final Plan plan;
  private final Map<PhaseId, Phase> phases = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private ReferenceCheck(Plan plan) {
    this.plan = plan;
  }

  static List<Problem> problems(Plan plan) {
    ReferenceCheck check = new ReferenceCheck(plan);
    check.size();
    check.ids();
    check.issues();
    check.phaseReferences();
    check.artifacts();
    return check.problems;
  }

  private void size() {
    if (plan.phases().size() > Limits.PHASES_MAX) {
      problems.add(
          Problem.error(
              ErrorCode.PLAN_TOO_MANY_PHASES,
              plan.phases().get(Limits.PHASES_MAX).position(),
              "expected at most " + Limits.PHASES_MAX + " phases, found " + plan.phases().size(),
              "split the plan"));
    }
  }

  private void ids() {
    for (Phase phase : plan.phases()) {
      Phase first = phases.putIfAbsent(phase.id(), phase);
      if (first != null) {
        problems.add(
            Problem.error(
                ErrorCode.PLAN_PHASE_DUPLICATE,
                phase.position(),
                "expected each phase id once, found "
                    + phase.id()
                    + " again after "
                    + first.position(),
                "rename one of the two"));
      }
    }
  }

  private void issues() {
    Map<IssueId, Phase> seen = new HashMap<>();
    for (Phase phase : plan.phases()) {
      Phase first = phase.issue().isPresent() ? seen.putIfAbsent(phase.issue().get(), phase) : null;
      if (first != null) {
        problems.add(
            Problem.error(
                ErrorCode.PLAN_ISSUE_DUPLICATE,
                phase.position(),
                "expected one phase per issue, found "
                    + phase.issueOrId()
                    + " in "
                    + first.id()
                    + " and "
                    + phase.id(),
                "give each phase an issue of its own, because sessions that share one would race"));
      }
    }
  }

  private void phaseReferences() {
    for (Phase phase : plan.phases()) {
      phase.scope().after().forEach(ref -> checkRef("after:", ref));
      phase.scope().informs().forEach(ref -> checkRef("informs:", ref));
      phase.brief().executes().ifPresent(ref -> checkDecision(phase, ref));
    }
    for (Overrule overrule : plan.overrules()) {
      checkRef("overrule:", overrule.first());
      checkRef("overrule:", overrule.second());
    }
  }

  /** A phase that decides changes nothing: only what a person approves is carried out. */
  private void checkDecision(Phase phase, PhaseRef ref) {
    checkRef("executes:", ref);
    Phase decides = phases.get(ref.id());
    if (decides != null && !decides.id().equals(phase.id())) {
      boolean isAnalysis = decides.handling().deliverable() == Deliverable.ANALYSIS;
      if (!isAnalysis || !decides.changedFiles().isEmpty()) {
        problems.add(
            Problem.error(
                ErrorCode.PLAN_EXECUTES_INVALID,
                ref.position(),
                "expected %s to only recommend, since %s executes what is approved of that, found %s"
                    .formatted(
                        decides.id(),
                        phase.id(),
                        isAnalysis ? "an analysis that changes files" : "a phase that makes code"),
                "add \"- deliverable: analysis\" to phase %s, and no touches or produced files"
                    .formatted(decides.id())));
      }
    }
    if (decides != null && decides.id().equals(phase.id())) {
      problems.add(
          Problem.error(
              ErrorCode.PLAN_EXECUTES_INVALID,
              ref.position(),
              "expected another phase in executes:, found " + phase.id() + " itself",
              "name the phase that recommends what to do"));
    }
  }

  private void checkRef(String key, PhaseRef ref) {
    if (!phases.containsKey(ref.id())) {
      problems.add(
          Problem.error(
              ErrorCode.PLAN_PHASE_UNKNOWN,
              ref.position(),
              "expected a phase of this plan in " + key + ", found " + ref.id(),
              "correct the id, or add the phase"));
    }
  }

  private void artifacts() {
    Set<String> produced = new HashSet<>();
    for (Phase phase : plan.phases()) {
      for (Resource resource : phase.scope().produces()) {
        if (resource instanceof Resource.Artifact artifact) {
          produced.add(artifact.key());
        }
      }
    }
    for (Phase phase : plan.phases()) {
      for (Resource resource : phase.scope().reads()) {
        if (resource instanceof Resource.Artifact artifact && !produced.contains(artifact.key())) {
          problems.add(
              Problem.warning(
                  ErrorCode.PLAN_ARTIFACT_UNKNOWN,
                  artifact.position(),
                  "expected a phase that produces " + artifact.key() + ", found none",
                  "correct the name, or add it to produces: of the phase that makes it"));
        }
      }
    }
  }
}
