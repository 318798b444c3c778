package dev.signalbox.check;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import dev.signalbox.glob.Glob;
import dev.signalbox.launch.ModeProposal;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.Touch;
import java.util.ArrayList;
import java.util.List;

/** Checks each phase by itself for what a person would want to mend before dispatch. */
final class PhaseCheck {
  private static final int CONTEXT_MIN = 3;
  private static final int CONTEXT_MAX = 5;

  private final List<Glob> protectedPaths;
  private final List<Problem> problems = new ArrayList<>();

  private PhaseCheck(Plan plan) {
    protectedPaths = plan.header().policy().protect().stream().map(Touch::glob).toList();
  }

  static List<Problem> problems(Plan plan) {
    PhaseCheck check = new PhaseCheck(plan);
    plan.phases().forEach(check::phase);
    return check.problems;
  }

  /** Says which mode is proposed for a phase that names none. */
  static Problem proposed(Phase phase, ModeProposal proposal) {
    return warning(
        ErrorCode.PLAN_MODE_PROPOSED,
        phase,
        "expected exec: with an execution mode, found none; proposed is "
            + proposal.mode().word()
            + ", because "
            + proposal.reason(),
        "add - exec: " + proposal.mode().word() + " if you agree");
  }

  private void phase(Phase phase) {
    int bullets = phase.brief().context().size();
    if (bullets < CONTEXT_MIN || bullets > CONTEXT_MAX) {
      problems.add(
          warning(
              ErrorCode.PLAN_CONTEXT_SIZE,
              phase,
              "expected three to five context bullets, found " + bullets,
              "list below Context: what a fresh session must know, and no more"));
    }
    if (phase.handling().estimate().isUnknown()) {
      problems.add(
          warning(
              ErrorCode.PLAN_ESTIMATE_MISSING,
              phase,
              "expected an estimate, found none",
              "add - estimate: $5, 90m"));
    }
    if (phase.touchesEverything()) {
      problems.add(
          warning(
              ErrorCode.PLAN_TOUCHES_MISSING,
              phase,
              "expected the paths that it touches, found none, so it counts as touching everything",
              "add - touches: with patterns, or - deliverable: analysis if it changes no files"));
    }
    phase.changedFiles().forEach(touch -> checkProtected(phase, touch));
  }

  private void checkProtected(Phase phase, Touch touch) {
    boolean isProtected =
        !protectedPaths.isEmpty() && touch.glob().escapeFrom(protectedPaths).isEmpty();
    if (isProtected) {
      problems.add(
          Problem.error(
              ErrorCode.PLAN_TOUCH_PROTECTED,
              touch.position(),
              "phase "
                  + phase.id()
                  + ": expected no protected path, found "
                  + touch.glob().text()
                  + ", which protect: covers",
              "take it out of touches:, or out of protect:"));
    }
  }

  private static Problem warning(ErrorCode code, Phase phase, String message, String hint) {
    return Problem.warning(code, phase.position(), "phase " + phase.id() + ": " + message, hint);
  }
}
