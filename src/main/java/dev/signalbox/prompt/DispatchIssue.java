package dev.signalbox.prompt;

import dev.signalbox.plan.Brief;
import java.util.ArrayList;
import java.util.List;

/**
 * The issue for an agent that reads no skills: everything that it needs stands in the text
 * (mission, Agent-Aware Dispatch).
 *
 * @param title one line
 * @param body Markdown: context, acceptance criteria, constraints, references; ends with a line
 *     feed
 */
public record DispatchIssue(String title, String body) {

  /** The issue of one phase. */
  public static DispatchIssue of(PromptContext context) {
    List<String> lines = new ArrayList<>();
    contextSection(context, lines);
    criteria(context.phase().brief(), lines);
    constraints(context, lines);
    references(context, lines);
    return new DispatchIssue(context.phaseName(), String.join("\n", lines) + "\n");
  }

  private static void contextSection(PromptContext context, List<String> lines) {
    lines.add("## Context");
    lines.add("");
    lines.add(
        "This issue is %s of the plan %s. Action: %s."
            .formatted(
                context.phaseName(),
                Markdown.line(context.header().title()),
                Markdown.line(context.phase().brief().verb())));
    lines.add("");
    DispatchPrompt.contextBullets(context).forEach(bullet -> lines.add("- " + bullet));
    lines.add("");
    lines.add("Tasks:");
    lines.add("");
    lines.addAll(DispatchPrompt.tasks(context.phase().brief()));
    lines.add("");
  }

  private static void criteria(Brief brief, List<String> lines) {
    lines.add("## Acceptance Criteria");
    lines.add("");
    brief.acceptance().forEach(criterion -> lines.add("- [ ] " + Markdown.line(criterion)));
    lines.add(
        "- [ ] Delivered: "
            + brief.deliverable().map(Markdown::line).orElse(DispatchPrompt.NO_DELIVERABLE));
    lines.add("");
  }

  static void constraints(PromptContext context, List<String> lines) {
    Boundaries boundaries = Boundaries.of(context);
    lines.add("## Constraints");
    lines.add("");
    lines.add("- " + BranchText.sentence(context));
    if (!boundaries.own().isEmpty()) {
      lines.add("- Change only: " + String.join(", ", boundaries.own()));
    }
    if (!boundaries.shared().isEmpty()) {
      lines.add(
          "- Others change these too, keep your changes there small: "
              + String.join(", ", boundaries.shared()));
    }
    lines.add("- Do not modify:");
    boundaries.forbidden().forEach(path -> lines.add("  - " + path));
    if (!context.changesNothing()) {
      lines.add("- Test command: " + testCommand(context));
    }
    lines.add("- Work on this issue only; do not read other sessions' branches or issue comments.");
    lines.add("- Put the results on " + Markdown.line(context.issue()) + ".");
    lines.add("");
  }

  private static String testCommand(PromptContext context) {
    return context
        .header()
        .policy()
        .verify()
        .map(Markdown::code)
        .orElse("the plan names none; run the repository's own tests");
  }

  static void references(PromptContext context, List<String> lines) {
    lines.add("## References");
    lines.add("");
    lines.add("- Master plan: " + context.masterIssue());
    lines.add("- Plan file: " + Markdown.code(context.place().planFile()));
    context
        .phase()
        .brief()
        .resumes()
        .ifPresent(link -> lines.add("- Prior session: " + Markdown.line(link)));
  }
}
