package dev.signalbox.prompt;

import dev.signalbox.plan.Brief;
import dev.signalbox.plan.LaunchMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The prompt that a session starts with: the mission's template (section 4), its three required
 * additions in the mission's words, and how Signalbox receives the results.
 *
 * <p>What the plan lacks is shown as missing; {@link PromptFields} says beforehand what that is.
 */
public final class DispatchPrompt {
  static final String NO_CONTEXT = "(missing: the plan gives no context)";
  static final String NO_TASKS = "(missing: the plan gives no tasks)";
  static final String NO_DELIVERABLE = "(missing: the plan does not say what done looks like)";

  private DispatchPrompt() {}

  /** The prompt, ending with a line feed. */
  public static String render(PromptContext context) {
    List<String> lines = new ArrayList<>();
    opening(context, lines);
    work(context, lines);
    requiredAdditions(context, lines);
    handingIn(lines);
    rules(context, lines);
    return String.join("\n", lines) + "\n";
  }

  /**
   * How a session that we start ourselves confirms, estimates and hands in: what an agent that
   * reads no skills needs besides its self-contained issue.
   */
  public static String sessionProtocol(PromptContext context) {
    List<String> lines = new ArrayList<>();
    requiredAdditions(context, lines);
    handingIn(lines);
    return String.join("\n", lines);
  }

  private static void opening(PromptContext context, List<String> lines) {
    String verb = Markdown.line(context.phase().brief().verb());
    lines.add(
        "%s on %s (%s) from master plan %s."
            .formatted(verb, issue(context), context.phaseName(), context.masterIssue()));
    lines.add(
        Markdown.line(context.place().project())
            + ": "
            + Markdown.line(context.place().repository()));
    lines.add("Full plan at " + Markdown.line(context.place().planFile()));
    lines.add("");
    lines.add("Context:");
    contextBullets(context).forEach(bullet -> lines.add("- " + bullet));
    lines.add("");
  }

  /** The plan's bullets, the prior session and the cost, each on one line. */
  static List<String> contextBullets(PromptContext context) {
    Brief brief = context.phase().brief();
    List<String> bullets = new ArrayList<>();
    brief.context().forEach(bullet -> bullets.add(Markdown.line(bullet)));
    if (bullets.isEmpty()) {
      bullets.add(NO_CONTEXT);
    }
    brief
        .resumes()
        .ifPresent(link -> bullets.add("Resuming prior session: " + Markdown.line(link)));
    bullets.add(
        CostText.constraint(
            context.phase().handling().estimate(), context.header().policy().costCheckpoint()));
    return bullets;
  }

  private static void work(PromptContext context, List<String> lines) {
    Brief brief = context.phase().brief();
    lines.add(
        "Execution mode: %s | Launch as: %s"
            .formatted(context.launch().modeLabel(), context.launch().launch().title()));
    lines.add("");
    lines.add("Tasks:");
    lines.addAll(tasks(brief));
    lines.add("");
    lines.add(
        "Deliverable: %s. Update %s with results."
            .formatted(
                brief.deliverable().map(Markdown::clause).orElse(NO_DELIVERABLE), issue(context)));
    if (!brief.acceptance().isEmpty()) {
      lines.add("");
      lines.add("Acceptance criteria:");
      brief.acceptance().forEach(criterion -> lines.add("- [ ] " + Markdown.line(criterion)));
    }
    lines.add("");
  }

  /** The numbered tasks, from 1. */
  static List<String> tasks(Brief brief) {
    if (brief.tasks().isEmpty()) {
      return List.of("1. " + NO_TASKS);
    }
    List<String> tasks = new ArrayList<>();
    for (String task : brief.tasks()) {
      tasks.add((tasks.size() + 1) + ". " + Markdown.line(task));
    }
    return tasks;
  }

  private static void requiredAdditions(PromptContext context, List<String> lines) {
    lines.add(CostText.instruction(context.header().policy().costCheckpoint()));
    lines.add("Reply with 'Session started' before beginning work.");
    lines.add("Update Linear issue status to Done/In Review. Write session summary to plan file.");
    lines.add("");
  }

  private static void handingIn(List<String> lines) {
    lines.add("How results are handed in:");
    lines.add(
        "- Session summary: write `.sdd-summary.md` in the workspace root. Signalbox puts it into the"
            + " plan file; do not edit the plan file yourself.");
    lines.add("- If you expect merge conflicts, name the files in the summary.");
    lines.add(
        "- State: keep `.sdd-state.json` and the append-only `.sdd-progress.md` in the workspace"
            + " root up to date. Git ignores both; a later conversation of this session goes on"
            + " from them.");
    lines.add(
        "- A design decision that may not fit another session's: say it on a line that begins with"
            + " `CONFLICT:`, and name that session's issue or phase.");
    lines.add(
        "- When every acceptance criterion is met, tests, lint and build pass, everything is"
            + " committed and the progress file is up to date, reply with `TASK_COMPLETE` alone on a"
            + " line.");
    lines.add("");
  }

  private static void rules(PromptContext context, List<String> lines) {
    Boundaries boundaries = Boundaries.of(context);
    lines.add("Rules of this session:");
    lines.add("- " + BranchText.sentence(context));
    lines.add("- " + permission(context.launch().launch()));
    if (!boundaries.own().isEmpty()) {
      lines.add(
          "- Paths of this phase: "
              + String.join(", ", boundaries.own())
              + ". If the work needs others, say so in the summary.");
    }
    if (!boundaries.shared().isEmpty()) {
      lines.add(
          "- Shared with another session of this batch, change only what your tasks need: "
              + String.join(", ", boundaries.shared()));
    }
    lines.add("- Do not touch:");
    boundaries.forbidden().forEach(path -> lines.add("  - " + path));
    lines.add("- Do not read other sessions' branches or issue comments.");
  }

  private static String permission(LaunchMode launch) {
    return launch.title()
        + switch (launch) {
          case BYPASS -> ": work on without asking for permission.";
          case PLAN -> ": present your plan and change nothing before a person approves it.";
          case ASK -> ": stop at each gate until a person approves the step.";
        };
  }

  private static String issue(PromptContext context) {
    return Markdown.line(context.issue());
  }
}
