package dev.signalbox.endtoend;

import dev.signalbox.modelapi.Conversation;
import dev.signalbox.modelapi.Reply;
import java.util.List;
import java.util.Map;

/** A model that does each phase of the shop's plan, which it knows by the issue in the prompt. */
final class GiftCardModel {
  private static final Reply DONE = Reply.text("It is done.\nTASK_COMPLETE");

  /** Where both branches added a line, both lines stay. */
  private static final String REBASE =
      """
      git rebase origin/main || {
        sed -i -e '/^<<<<<<< /d' -e '/^=======$/d' -e '/^>>>>>>> /d' CHANGELOG.md &&
        git add CHANGELOG.md && GIT_EDITOR=true git rebase --continue
      }
      """;

  private GiftCardModel() {}

  static Reply play(Conversation call) {
    List<Reply> steps =
        Shop.ISSUES.stream()
            .filter(issue -> call.mentions("Implement on " + issue + " ("))
            .findFirst()
            .map(issue -> steps(issue, call.planFile()))
            .orElse(List.of(Reply.text("I know of no such issue.")));
    return steps.get(Math.min(call.step(), steps.size() - 1));
  }

  private static List<Reply> steps(String issue, String planFile) {
    return switch (issue) {
      case "SHOP-201" -> List.of(begin(work("src/numbers.txt", true)), DONE);
      case "SHOP-202" ->
          List.of(begin(work("src/balance.txt", true)), DONE, begin(bash(REBASE)), DONE);
      case "SHOP-203" ->
          List.of(
              begin(
                  tool("Write", Map.of("file_path", planFile, "content", "1. Draw it, in green."))),
              Reply.tool("ExitPlanMode", Map.of()),
              new Reply.Said(List.of(work("web/card.txt", false))),
              DONE);
      case "SHOP-204" -> List.of(begin(work("web/buy.txt", false)), DONE);
      default -> List.of(begin(work("web/send.txt", false)), DONE);
    };
  }

  private static Reply begin(Reply.Block work) {
    return new Reply.Said(
        List.of(new Reply.Block.Text("Session started\nEstimated cost: $1"), work));
  }

  private static Reply.Block work(String file, boolean isInChangelog) {
    String change = isInChangelog ? "echo '- " + file + "' >>CHANGELOG.md && " : "";
    return bash(
        "mkdir -p src web && echo Done. >"
            + file
            + " && "
            + change
            + "git add src web CHANGELOG.md && git commit -qm 'Add "
            + file
            + "' && echo 'Wrote "
            + file
            + ".' >.sdd-summary.md");
  }

  private static Reply.Block bash(String command) {
    return tool("Bash", Map.of("command", command, "description", "The work"));
  }

  private static Reply.Block tool(String name, Map<String, Object> input) {
    return new Reply.Block.ToolUse(name, input);
  }
}
