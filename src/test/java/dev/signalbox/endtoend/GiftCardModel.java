package dev.signalbox.endtoend;

import dev.signalbox.modelapi.Conversation;
import dev.signalbox.modelapi.Reply;
import dev.signalbox.runner.program.ModelTools;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A model that does each phase of the shop's plan, which it knows by the branch in the prompt.
 *
 * @param tools those of the program that asks it
 */
record GiftCardModel(ModelTools tools) {
  static final Reply DONE = Reply.text("It is done.\nTASK_COMPLETE");

  /** Where both branches added a line, both lines stay. */
  private static final String REBASE =
      """
      git rebase origin/main || {
        sed -i -e '/^<<<<<<< /d' -e '/^=======$/d' -e '/^>>>>>>> /d' CHANGELOG.md &&
        git add CHANGELOG.md && GIT_EDITOR=true git rebase --continue
      }
      """;

  Reply play(Conversation call) {
    List<Reply> steps =
        Shop.ISSUES.stream()
            .filter(issue -> call.mentions("/" + issue.toLowerCase(Locale.ROOT) + "-"))
            .findFirst()
            .map(issue -> steps(issue, call))
            .orElse(List.of(Reply.text("I know of no such issue.")));
    return steps.get(Math.min(call.step(), steps.size() - 1));
  }

  private List<Reply> steps(String issue, Conversation call) {
    return switch (issue) {
      case "SHOP-201" -> List.of(numbers(), DONE);
      case "SHOP-202" ->
          List.of(begin(work("src/balance.txt", true)), DONE, begin(tools.run(REBASE)), DONE);
      case "SHOP-203" -> planned(call);
      case "SHOP-204" -> List.of(begin(work("web/buy.txt", false)), DONE);
      default -> List.of(begin(work("web/send.txt", false)), DONE);
    };
  }

  private List<Reply> planned(Conversation call) {
    List<Reply> steps = new ArrayList<>(tools.showPlan(call, "1. Draw it, in green."));
    Reply.Said shown = (Reply.Said) steps.getFirst();
    steps.set(0, begin(shown.blocks().toArray(Reply.Block[]::new)));
    steps.add(new Reply.Said(List.of(work("web/card.txt", false))));
    steps.add(DONE);
    return steps;
  }

  /** The work of the first issue, up to its commit. */
  Reply numbers() {
    return begin(work("src/numbers.txt", true));
  }

  private static Reply begin(Reply.Block... work) {
    Reply.Block words = new Reply.Block.Text("Session started\nEstimated cost: $1");
    return new Reply.Said(Stream.concat(Stream.of(words), Stream.of(work)).toList());
  }

  private Reply.Block work(String file, boolean isInChangelog) {
    String change = isInChangelog ? "echo '- " + file + "' >>CHANGELOG.md && " : "";
    return tools.run(
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
}
