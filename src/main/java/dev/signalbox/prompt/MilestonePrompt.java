package dev.signalbox.prompt;

import java.util.ArrayList;
import java.util.List;

/**
 * What a session is told that stops at milestones: who reviews its work there, and in which form it
 * hands in what they found. It stands below the prompt of its phase.
 */
public final class MilestonePrompt {
  private MilestonePrompt() {}

  /**
   * One of those that review.
   *
   * @param name by which its findings are handed in
   * @param text what it looks for
   */
  public record Perspective(String name, String text) {}

  /** The section, ending with a line feed. */
  public static String render(List<Perspective> perspectives) {
    List<String> lines = new ArrayList<>();
    lines.add("Milestones:");
    lines.add(
        "- Stop at each: after a schema is designed, after logic that security depends on, before a"
            + " breaking change is merged, before production data is touched, and before you reply"
            + " with `TASK_COMPLETE`. A person decides there whether you go on.");
    lines.add(
        "- Before you stop, commit, and have the work since the last milestone reviewed by %d"
                .formatted(perspectives.size())
            + " subagents, one for each perspective below, each in a conversation of its own. Give"
            + " each its perspective, the commits to look at, and the form of a finding. They change"
            + " nothing. Do not review in their place.");
    lines.add(
        "- Then write `.sdd-review.md` in the workspace root, anew each time, and end your turn. Git"
            + " ignores it. It holds a line `Commit: ID` with the commit that was reviewed, which"
            + " has to be the one that is checked out; what you did and decided; and below a"
            + " heading for each perspective what that subagent found, unchanged:");
    lines.add("");
    lines.addAll(form(perspectives));
    lines.add("");
    lines.add(
        "- `evidence` begins with the lines in question as they stand in the file, between"
            + " backticks: they are looked up at that commit. No findings is a good answer where"
            + " there are none.");
    lines.add(
        "- Whether as many subagents ran is looked up too. Without the review you are asked for it"
            + " before a person is.");
    lines.add("");
    lines.add("Perspectives:");
    for (Perspective each : perspectives) {
      lines.add("");
      lines.add("### " + Markdown.line(each.name()));
      lines.add("");
      lines.add(each.text().strip());
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<String> form(List<Perspective> perspectives) {
    List<String> lines = new ArrayList<>();
    lines.add("````markdown");
    lines.add("Commit: 0123456789abcdef0123456789abcdef01234567");
    lines.add("");
    lines.add("The schema of gift cards is designed. ...");
    for (Perspective each : perspectives) {
      lines.add("");
      lines.add("## " + Markdown.line(each.name()));
      lines.add("```json");
      lines.addAll(each.equals(perspectives.getFirst()) ? FINDINGS : NOTHING);
      lines.add("```");
    }
    lines.add("````");
    return lines;
  }

  private static final List<String> NOTHING =
      List.of("{\"recommendation\": \"APPROVE\", \"findings\": []}");

  private static final List<String> FINDINGS =
      """
      {"recommendation": "APPROVE, REVISE or RETHINK", "findings": [{
        "id": "F1", "severity": "Critical, Important or Consider",
        "location": "path/from/the/root.ext:first-last",
        "claim": "what is wrong, in one sentence",
        "evidence": "`the lines as they stand there`, and what shows that they are wrong",
        "suggestion": "what to do"}]}
      """
          .lines()
          .toList();
}
