package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
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

/** The real Claude Code tells Signalbox with its session's tools, in a session that asks first. */
@Timeout(180)
class ClaudeToolsIT {
  private static final String QUESTION = "Cents or euros?";
  private static final String SUMMARY = "# Summary\n\nThe numbers are in cents.";

  @TempDir private Path folder = Path.of("");

  @Test
  void itBeginsAsksAndHandsInWithTools() throws Exception {
    Shop shop = Shop.in(folder).open();
    Files.writeString(shop.plan(), PLAN);
    shop.commit();
    List<Conversation> calls =
        AgentHome.CLAUDE.work(
            shop,
            folder,
            ClaudeToolsIT::play,
            engine -> {
              Gate question = shop.gate(engine, GateKind.QUESTION);
              assertThat(question.shown()).isEqualTo(QUESTION + "\n- cents\n- euros");
              assertThat(shop.say("answer", question.id().toString(), "cents").exit()).isZero();
              Gate merge = shop.gate(engine, GateKind.MERGE);
              assertThat(shop.say("approve", merge.id().toString()).exit()).isZero();
              assertThat(engine.exit(60)).as(engine.printed()).isZero();
            });
    assertThat(calls)
        .as("it was told what the tools are for, and the answer")
        .anyMatch(call -> call.mentions("You work in a session that Signalbox started"))
        .anyMatch(call -> call.mentions("The answer:\\n\\ncents"));
    recorded(Told.in(shop.state()));
    assertThat(Files.readString(shop.plan())).contains("The numbers are in cents.");
    assertThat(shop.git("ls-tree", "-r", "--name-only", "main").lines())
        .contains("numbers.txt")
        .doesNotContain(".sdd-summary.md");
  }

  private static void recorded(Told told) {
    assertThat(told.all(Fact.StartConfirmed.class)).hasSize(1);
    assertThat(told.all(Fact.ProgressTold.class))
        .extracting(Fact.ProgressTold::text)
        .containsExactly("The numbers are there; next the check digit.");
    assertThat(told.all(Fact.SummaryHandedIn.class))
        .extracting(Fact.SummaryHandedIn::summary)
        .containsExactly(SUMMARY);
    assertThat(told.all(Fact.ExitVerified.class))
        .extracting(Fact.ExitVerified::summary)
        .containsExactly(SUMMARY);
    assertThat(told.all(Fact.ExitAsked.class)).isEmpty();
    assertThat(told.all(Fact.AttemptFailed.class)).isEmpty();
    assertThat(told.all(Fact.GateOpened.class))
        .extracting(opened -> opened.gate().kind())
        .as("no tool of the session asks for a permission")
        .doesNotContain(GateKind.TURN, GateKind.EXIT);
  }

  private static Reply play(Conversation call) {
    List<Reply> steps =
        List.of(
            tool("session_started", Map.of()),
            Reply.bash("echo 1600 >numbers.txt && git add -A && git commit -qm Numbers"),
            tool("report_progress", Map.of("text", "The numbers are there; next the check digit.")),
            tool("ask", Map.of("text", QUESTION, "options", List.of("cents", "euros"))),
            Reply.text("I wait for the answer."),
            tool("hand_in_summary", Map.of("summary", SUMMARY)),
            Reply.text("It is done.\nTASK_COMPLETE"));
    return steps.get(Math.min(call.step(), steps.size() - 1));
  }

  private static Reply tool(String name, Map<String, Object> input) {
    return Reply.tool("mcp__signalbox__" + name, input);
  }

  private static final String PLAN =
      """
      ---
      topic: gift-cards
      project: shop
      issue: SHOP-200
      base: main
      ---
      # Gift cards

      ## Phase 1A: Card numbers (SHOP-201)
      - exec: tdd
      - gates: post-session
      """
          + TrackedShop.NUMBERS;
}
