package dev.signalbox.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The sub-issue of a phase: everything that an agent needs which reads no skills, written so that
 * the phase can be read from it again (mission, Agent-Aware Dispatch).
 *
 * @param title one line, such as {@code Batch 1A: Review gates}
 * @param body Markdown; ends with a line feed
 */
public record TrackedIssue(String title, String body) {
  /** Characters of a title: GitHub takes 256. */
  private static final int TITLE_CHARS_MAX = 240;

  private static final Pattern BATCHED = Pattern.compile("[0-9]+[A-Za-z]");

  /** The sub-issue of one phase. */
  public static TrackedIssue of(PromptContext context) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "This issue is %s of the plan %s. Action: %s."
            .formatted(
                context.phaseName(),
                Markdown.line(context.header().title()),
                Markdown.clause(context.phase().brief().verb())));
    lines.add("");
    lines.addAll(PhaseText.fields(context.phase()));
    lines.add("");
    lines.addAll(PhaseText.sections(context.phase().brief()));
    DispatchIssue.constraints(context, lines);
    lines.removeLast();
    lines.add(
        "- "
            + CostText.constraint(
                context.phase().handling().estimate(), context.header().policy().costCheckpoint()));
    lines.add("");
    DispatchIssue.references(context, lines);
    return new TrackedIssue(title(context), String.join("\n", lines) + "\n");
  }

  /** The mission's {@code Batch 1A: Focus} where the id is of that kind, else {@code Phase X}. */
  private static String title(PromptContext context) {
    String id = context.phase().id().value();
    String word = BATCHED.matcher(id).matches() ? "Batch " : "Phase ";
    String focus = Markdown.line(context.phase().title());
    String title = word + id + (focus.isEmpty() ? "" : ": " + focus);
    return title.length() <= TITLE_CHARS_MAX
        ? title
        : title.substring(0, TITLE_CHARS_MAX - 1).strip() + "…";
  }
}
