package dev.signalbox.prompt;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.Brief;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which fields of the mission's prompt template a plan leaves empty: every field in braces is
 * required (mission section 4).
 *
 * <ul>
 *   <li>Action verb: default {@code Implement}.
 *   <li>Issue id: the phase's id stands for it in a plan without a tracker; else required.
 *   <li>Phase name: the phase's id stands for a missing title.
 *   <li>Master issue: the plan's file name stands for it in a plan without a tracker; else
 *       required.
 *   <li>Project, repository and plan path: known from where the plan lies.
 *   <li>Context bullets: required. Prior session: only if resuming. Cost: the plan's checkpoint.
 *   <li>Execution mode: a proposal stands for it, so its absence is a warning. Launch mode: follows
 *       from it.
 *   <li>Tasks: required. Deliverable: required.
 * </ul>
 */
public final class PromptFields {
  private PromptFields() {}

  /** What the prompts of a whole plan lack: the header's fields once, then phase by phase. */
  public static List<Problem> missing(Plan plan, IssueHome home) {
    List<Problem> problems = new ArrayList<>();
    masterIssue(plan.header(), Position.startOf(plan.header().file()), home)
        .ifPresent(problems::add);
    plan.phases().forEach(phase -> ofPhase(phase, home, problems));
    return problems;
  }

  /** What the prompt of one phase lacks, all of it at the phase's position. */
  public static List<Problem> missing(PlanHeader header, Phase phase, IssueHome home) {
    List<Problem> problems = new ArrayList<>();
    masterIssue(header, phase.position(), home).ifPresent(problems::add);
    ofPhase(phase, home, problems);
    return problems;
  }

  private static Optional<Problem> masterIssue(
      PlanHeader header, Position position, IssueHome home) {
    return home == IssueHome.PLAN_FILE || header.issue().isPresent()
        ? Optional.empty()
        : Optional.of(
            error(
                position,
                "expected the master issue for the prompt, found none",
                "add \"issue: KEY\" to the plan's front matter, or run signalbox publish"));
  }

  private static void ofPhase(Phase phase, IssueHome home, List<Problem> problems) {
    Brief brief = phase.brief();
    if (home == IssueHome.TRACKER && phase.issue().isEmpty()) {
      problems.add(
          lacking(
              phase,
              "an issue in the tracker",
              "add its key in parentheses to the phase's heading, or run signalbox publish"));
    }
    if (brief.context().isEmpty()) {
      problems.add(
          lacking(phase, "context bullets", "add a line \"Context:\" and 3 to 5 bullets below"));
    }
    if (phase.handling().exec().isEmpty()) {
      problems.add(
          Problem.warning(
              ErrorCode.PLAN_PROMPT_FIELD_MISSING,
              phase.position(),
              message(phase, "an execution mode") + "; a proposed one stands for it",
              "add a line \"- exec: MODE\" with quick, tdd, pair, checkpoint, swarm or spike"));
    }
    if (brief.tasks().isEmpty()) {
      problems.add(lacking(phase, "tasks", "add a line \"Tasks:\" and a numbered list below"));
    }
    if (brief.deliverable().isEmpty()) {
      problems.add(
          lacking(phase, "a deliverable", "add a line \"Deliverable: what done looks like\""));
    }
  }

  private static Problem lacking(Phase phase, String field, String hint) {
    return error(phase.position(), message(phase, field), hint);
  }

  private static String message(Phase phase, String field) {
    return "phase " + phase.id() + ": expected " + field + " for the prompt, found none";
  }

  private static Problem error(Position position, String message, String hint) {
    return Problem.error(ErrorCode.PLAN_PROMPT_FIELD_MISSING, position, message, hint);
  }
}
