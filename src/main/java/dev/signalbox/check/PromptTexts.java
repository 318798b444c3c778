package dev.signalbox.check;

import dev.signalbox.agent.AgentKind;
import dev.signalbox.agent.AgentProfile;
import dev.signalbox.glob.Glob;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.prompt.DispatchIssue;
import dev.signalbox.prompt.DispatchPrompt;
import dev.signalbox.prompt.PromptContext;
import dev.signalbox.prompt.PromptPlace;
import dev.signalbox.schedule.Batch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The text that a phase's session is given, by what its agent reads. */
public final class PromptTexts {
  private PromptTexts() {}

  /**
   * The dispatch prompt; for an agent that reads no skills the self-contained issue, with the
   * session's protocol where we start the session ourselves.
   */
  public static String of(
      CheckResult result, Analysis analysis, Assignment assignment, PromptPlace place) {
    PromptContext context =
        context(result, analysis, assignment, place, assignment.phase().issueOrId().value());
    boolean readsSkills = assignment.agent().map(AgentProfile::readsSkills).orElse(true);
    if (readsSkills) {
      return DispatchPrompt.render(context);
    }
    DispatchIssue issue = DispatchIssue.of(context);
    String text = issue.title() + "\n\n" + issue.body();
    boolean runsHere = assignment.agent().filter(a -> a.kind() == AgentKind.RUNS_HERE).isPresent();
    return runsHere ? text + "\n" + DispatchPrompt.sessionProtocol(context) : text;
  }

  /**
   * What the texts of a phase are made of.
   *
   * @param issue how they call the phase's issue
   */
  public static PromptContext context(
      CheckResult result,
      Analysis analysis,
      Assignment assignment,
      PromptPlace place,
      String issue) {
    return new PromptContext(
        result.plan().header(),
        assignment.phase(),
        assignment.launch(),
        place,
        issue,
        assignment.branch(),
        othersTouch(result, analysis, assignment.phase().id()));
  }

  /** Paths that the other phases of the same batch touch, each once, in the plan's order. */
  private static List<Glob> othersTouch(CheckResult result, Analysis analysis, PhaseId id) {
    List<PhaseId> batch =
        analysis.schedule().batches().stream()
            .map(Batch::phases)
            .filter(phases -> phases.contains(id))
            .findFirst()
            .orElse(List.of());
    Set<Glob> globs = new LinkedHashSet<>();
    for (Assignment other : result.assignments()) {
      if (!other.phase().id().equals(id) && batch.contains(other.phase().id())) {
        other.phase().changedFiles().forEach(touch -> globs.add(touch.glob()));
      }
    }
    return new ArrayList<>(globs);
  }
}
