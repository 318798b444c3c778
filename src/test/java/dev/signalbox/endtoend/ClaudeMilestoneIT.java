package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.ReviewFact;
import dev.signalbox.modelapi.Conversation;
import dev.signalbox.modelapi.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real Claude Code at milestones: it hands in reviews of subagents that never ran, is sent
 * back, has three run, and a person agrees with what they found.
 */
@Timeout(180)
class ClaudeMilestoneIT {
  private static final List<String> PERSPECTIVES =
      List.of("challenger", "security", "devils-advocate");

  /** How the session's own prompt begins; no subagent is told it. */
  private static final String OWN = "Implement on SHOP-201 (";

  private static final String SUBAGENT = "Look at the last commit as its ";
  private static final String WAITING = "I wait for my subagents.";
  private static final String MENDED = "The check digit is computed.";

  @TempDir private Path folder = Path.of("");

  @Test
  void reviewsCountOnlyWhereSubagentsRan() throws Exception {
    Shop shop = Shop.in(folder).open(PLAN);
    shop.commit();
    List<Conversation> calls =
        AgentHome.CLAUDE.work(
            shop,
            folder,
            ClaudeMilestoneIT::play,
            engine -> {
              Gate first = shop.gate(engine, GateKind.MILESTONE);
              assertThat(first.title())
                  .isEqualTo("S-A is at milestone 1: 3 reviewers, 1 finding to decide");
              assertThat(first.shown())
                  .contains(
                      "Subagents since the last milestone: 3",
                      "| C1 | Critical | numbers.txt:1: The check digit is not computed |",
                      "- C1 challenger: evidence verified",
                      "- C1 security: not found at numbers.txt:1");
              assertThat(shop.say("answer", first.id().toString(), "agree all").exit()).isZero();
              Gate second = shop.gate(engine, GateKind.MILESTONE, first.number());
              assertThat(second.title())
                  .isEqualTo("S-A is at milestone 2: 3 reviewers, nothing has to be decided");
              assertThat(shop.say("approve", second.id().toString()).exit()).isZero();
              Gate merge = shop.gate(engine, GateKind.MERGE);
              assertThat(shop.say("approve", merge.id().toString()).exit()).isZero();
              assertThat(engine.exit(60)).as(engine.printed()).isZero();
            });
    recorded(Told.in(shop.state()));
    assertThat(shop.git("show", "main:numbers.txt")).isEqualTo("Sixteen digits.\n" + MENDED);
    assertThat(shop.git("ls-tree", "-r", "--name-only", "main")).doesNotContain(".sdd-review.md");
    assertThat(Files.readString(shop.plan()))
        .contains("Findings at its milestones", "Resolved here", "C1 Critical: ");
    for (String perspective : PERSPECTIVES) {
      assertThat(calls)
          .as("conversations of subagents")
          .filteredOn(call -> isSubagent(call) && call.mentions(SUBAGENT + perspective))
          .isNotEmpty()
          .noneMatch(call -> call.mentions(OWN));
    }
  }

  private static void recorded(Told told) {
    assertThat(told.all(Fact.MilestoneSentBack.class))
        .singleElement()
        .extracting(Fact.MilestoneSentBack::missing)
        .isEqualTo(
            List.of(
                "a subagent for each of the 3 perspectives: 0 ran to its end since the last"
                    + " milestone"));
    assertThat(told.all(Fact.SubagentRan.class)).hasSize(6);
    assertThat(told.all(ReviewFact.MilestoneReviewed.class)).hasSize(2);
    assertThat(told.all(Fact.AttemptFailed.class)).isEmpty();
    assertThat(told.all(Fact.GateOpened.class))
        .extracting(opened -> opened.gate().kind())
        .containsExactly(GateKind.TABLE, GateKind.MILESTONE, GateKind.MILESTONE, GateKind.MERGE);
  }

  private static boolean isSubagent(Conversation call) {
    return !call.mentions(OWN);
  }

  private static Reply play(Conversation call) {
    return isSubagent(call) ? subagent(call) : own(call);
  }

  private static Reply subagent(Conversation call) {
    return call.step() == 0
        ? Reply.bash("git show --stat HEAD")
        : Reply.text(
            PERSPECTIVES.stream()
                .filter(perspective -> call.mentions(SUBAGENT + perspective))
                .map(perspective -> report(call.mentions("in round 1") ? 1 : 2, perspective))
                .findFirst()
                .orElse("I am no reviewer."));
  }

  private static String report(int round, String perspective) {
    return "I looked at it as %s for the %d. time.".formatted(perspective, round);
  }

  /** It ends its turn while its subagents are at work, as often as it is asked before they end. */
  private static Reply own(Conversation call) {
    int step = call.step() - call.timesSaid(WAITING);
    boolean isLooking = (step == 4 && !isReported(call, 1)) || (step == 7 && !isReported(call, 2));
    if (isLooking) {
      return Reply.text(WAITING);
    }
    List<Reply> steps =
        List.of(
            ClaudeSteps.begin("I make the numbers.", ClaudeSteps.MAKE_NUMBERS),
            handIn(FOUND),
            Reply.text("My three subagents have reviewed it."),
            subagents(1),
            Reply.text("They have reviewed it now."),
            Reply.bash("echo '" + MENDED + "' >>numbers.txt && git commit -qam 'The check digit'"),
            subagents(2),
            handIn(List.of(ClaudeSteps.NOTHING, ClaudeSteps.NOTHING, ClaudeSteps.NOTHING)),
            ClaudeSteps.DONE);
    return steps.get(Math.min(step, steps.size() - 1));
  }

  /** Whether the session has heard from each of them. */
  private static boolean isReported(Conversation call, int round) {
    return PERSPECTIVES.stream().allMatch(each -> call.mentions(report(round, each)));
  }

  /** All at once, as the prompt has it. */
  private static Reply subagents(int round) {
    Stream<Reply.Block> all =
        PERSPECTIVES.stream()
            .map(perspective ->
                new Reply.Block.ToolUse(
                    "Agent",
                    Map.of(
                        "description",
                        "Review as " + perspective,
                        "prompt",
                        SUBAGENT + perspective + " in round " + round,
                        "subagent_type",
                        "general-purpose")));
    return new Reply.Said(all.toList());
  }

  /** Writes what they found, at the commit that is checked out. */
  private static Reply handIn(List<String> findings) {
    StringBuilder text = new StringBuilder("Commit: $(git rev-parse HEAD)\n");
    for (int i = 0; i < findings.size(); i++) {
      text.append("\n## ").append(PERSPECTIVES.get(i)).append("\n~~~json\n");
      text.append(findings.get(i)).append("\n~~~\n");
    }
    String escaped = text.toString().replace("`", "\\`");
    return Reply.bash("cat >.sdd-review.md <<END\n" + escaped + "END");
  }

  private static String found(String quoted) {
    return ClaudeSteps.found("The check digit is not computed", quoted);
  }

  private static final List<String> FOUND =
      List.of(found("Sixteen digits."), found("Fifteen digits."), found("Sixteen digits."));

  private static final String PLAN = Plans.ofCardNumbers("", "- gates: in-session\n");
}
