package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.DriftKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.modelapi.Conversation;
import dev.signalbox.modelapi.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real Claude Code in phases that the table starts without questions, and their scopes. */
@Timeout(120)
class ClaudeScopeIT {
  private static final String PLAN =
      """
      ---
      topic: gift-cards
      project: shop
      issue: SHOP-200
      base: main
      verify: sh check.sh
      scope: enforce
      ---
      # Gift cards

      ## Phase 1A: Card numbers (SHOP-201)
      - exec: quick
      - touches: src/numbers.txt
      - estimate: $2, 30m
      REST

      ## Phase 1B: How a card looks (SHOP-203)
      - exec: pair
      - touches: web/card.txt
      - estimate: $2, 30m
      REST
      """;

  private static final String REST =
      """

      Context:
      - One
      - Two
      - Three

      Acceptance:
      - [ ] It is done

      Tasks:
      1. Do it

      Deliverable: A file.
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void aToolsWriteOutsideIsDeniedAndTheRestGoesOnWithoutAPerson() throws Exception {
    Shop shop = Shop.in(folder).open();
    Files.writeString(shop.plan(), PLAN.replace("REST\n", REST));
    shop.commit();
    assertThat(AgentHome.CLAUDE.work(shop, folder, ClaudeScopeIT::play))
        .anyMatch(call -> call.mentions("Outside of this session's scope: docs/numbers.txt."))
        .anyMatch(call -> call.mentions("Outside of this session's scope: docs/card.txt."));
    Told told = Told.in(shop.state());
    assertThat(told.all(Fact.GateOpened.class))
        .extracting(fact -> fact.gate().kind())
        .contains(GateKind.PLAN)
        .doesNotContain(GateKind.PERMISSION, GateKind.MERGE, GateKind.FAILURE);
    denied(told, "S-A", "docs/numbers.txt");
    denied(told, "S-B", "docs/card.txt");
    assertThat(shop.git("ls-tree", "-r", "--name-only", "main").lines())
        .contains("src/numbers.txt", "web/card.txt")
        .noneMatch(path -> path.startsWith("docs/"));
  }

  private static void denied(Told told, String session, String path) {
    assertThat(told.of(session, Fact.DriftSeen.class).getLast())
        .returns(DriftKind.DENIED, Fact.DriftSeen::kind)
        .returns(List.of(path), Fact.DriftSeen::paths);
  }

  private static Reply play(Conversation call) {
    List<Reply> steps =
        call.mentions("Implement on SHOP-201 (")
            ? List.of(
                begin("docs/numbers.txt"),
                Reply.write("src/numbers.txt", "Done.\n"),
                commit("src/numbers.txt"),
                Reply.text("It is done.\nTASK_COMPLETE"))
            : List.of(
                begin(call.planFile()),
                Reply.tool("ExitPlanMode", Map.of()),
                Reply.write("docs/card.txt", "Done.\n"),
                Reply.write("web/card.txt", "Done.\n"),
                commit("web/card.txt"),
                Reply.text("It is done.\nTASK_COMPLETE"));
    return steps.get(Math.min(call.step(), steps.size() - 1));
  }

  private static Reply begin(String file) {
    return new Reply.Said(
        List.of(
            new Reply.Block.Text("Session started\nEstimated cost: $1"),
            new Reply.Block.ToolUse("Write", Map.of("file_path", file, "content", "1. Do it."))));
  }

  private static Reply commit(String file) {
    return Reply.bash(
        "git add " + file + " && git commit -qm 'Add it' && echo 'Wrote it.' >.sdd-summary.md");
  }
}
