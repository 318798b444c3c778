package dev.signalbox.prompt;

import dev.signalbox.glob.Glob;
import dev.signalbox.launch.LaunchDecision;
import dev.signalbox.plan.Deliverable;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PlanHeader;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the texts for one phase are made of.
 *
 * @param issue the key of the phase's issue, as the tracker shows it
 * @param branch the branch to work on, which may be the base; empty where the agent names it
 * @param othersTouch paths that other phases of the same batch touch
 */
public record PromptContext(
    PlanHeader header,
    Phase phase,
    LaunchDecision launch,
    PromptPlace place,
    String issue,
    Optional<String> branch,
    List<Glob> othersTouch) {
  public PromptContext {
    othersTouch = List.copyOf(othersTouch);
  }

  /** {@code Phase 1A: Review gates}, or without the title where the plan has none. */
  String phaseName() {
    String title = Markdown.line(phase.title());
    return "Phase " + phase.id() + (title.isEmpty() ? "" : ": " + title);
  }

  /** The master issue, or the plan's file name where the plan names none. */
  String masterIssue() {
    return header.issue().map(Object::toString).orElseGet(() -> Markdown.line(place.planName()));
  }

  /** Whether the phase leaves the repository as it is: an analysis that names no files to write. */
  boolean changesNothing() {
    return phase.handling().deliverable() == Deliverable.ANALYSIS && phase.changedFiles().isEmpty();
  }
}
