package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.ReviewFact;
import dev.signalbox.session.SessionId;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A session whose own subagents review its work at each milestone: too few ran at first, evidence
 * is looked up, a person agrees with a finding, and it is mended. The engine is killed in the
 * middle.
 */
@Timeout(120)
class MilestoneIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void workIsReviewedWhileItGoesOn() throws Exception {
    Shop shop = Shop.in(folder).open(PLAN);
    shop.script("S-A", WORK.split("\n", -1));
    shop.commit();
    try (Program engine = shop.dispatch("scripted")) {
      Gate first = shop.gate(engine, GateKind.MILESTONE, 0);
      assertThat(first.title())
          .isEqualTo("S-A is at milestone 1: 3 reviewers, 1 finding to decide");
      assertThat(first.shown())
          .contains(
              "Subagents since the last milestone: 3",
              "| C1 | Critical | numbers.txt:1: The check digit is not computed |",
              "- C1 challenger: evidence verified",
              "- C1 security: not found at numbers.txt:1",
              "- C1 devils-advocate: not found at other.txt:1, which is not there");
      engine.kill();
    }
    try (Program engine = shop.dispatch("scripted")) {
      Gate first = shop.gate(engine, GateKind.MILESTONE, 0);
      assertThat(shop.say("answer", first.id().toString(), "agree I9").text())
          .contains("expected one of C1, found \"I9\"");
      assertThat(shop.say("answer", first.id().toString(), "agree all").exit()).isZero();
      Gate second = shop.gate(engine, GateKind.MILESTONE, first.number());
      assertThat(second.title())
          .isEqualTo("S-A is at milestone 2: 3 reviewers, nothing has to be decided");
      assertThat(shop.say("approve", second.id().toString()).exit()).isZero();
      Gate merge =
          Waiting.until(
              "the merge",
              () -> shop.gates().stream().filter(it -> it.kind() == GateKind.MERGE).findFirst(),
              engine::printed);
      assertThat(shop.say("approve", merge.id().toString()).exit()).isZero();
      assertThat(engine.exit(60)).as(engine.printed()).isZero();
    } finally {
      shop.cutThePower();
    }
    judge(shop);
  }

  private static void judge(Shop shop) throws Exception {
    Told told = Told.in(shop.state());
    assertThat(told.all(Fact.MilestoneSentBack.class))
        .singleElement()
        .extracting(fact -> String.join("\n", fact.missing()))
        .asString()
        .contains("a subagent for each of the 3 perspectives: 2 ran to its end");
    assertThat(told.all(Fact.SubagentRan.class)).hasSize(6);
    assertThat(told.all(ReviewFact.MilestoneReviewed.class)).hasSize(2);
    assertThat(told.all(Fact.Merged.class))
        .extracting(Fact.Merged::session)
        .containsExactly(new SessionId("S-A"));
    assertThat(shop.git("show", "main:numbers.txt")).contains("The check digit is computed.");
    assertThat(shop.git("ls-tree", "--name-only", "main")).doesNotContain(".sdd-review.md");
    assertThat(Files.readString(shop.plan()))
        .contains("Findings at its milestones", "Resolved here", "C1 Critical: ");
  }

  private static String finding(String place, String evidence) {
    return "{\"recommendation\": \"REVISE\", \"findings\": [{\"id\": \"F1\", \"severity\":"
        + " \"Critical\", \"location\": \""
        + place
        + "\", \"claim\": \"The check digit is not computed\", \"evidence\": \""
        + evidence
        + "\"}]}";
  }

  private static final String NOTHING = "{\"recommendation\": \"APPROVE\", \"findings\": []}";

  private static final String WORK =
      """
      start
      write numbers.txt Sixteen digits.
      commit Card numbers
      subagents 2
      review challenger ONE
      review security TWO
      review devils-advocate THREE
      turn-end
      subagents 1
      turn-end
      append numbers.txt The check digit is computed.
      commit Compute the check digit
      subagents 3
      review challenger NOTHING
      review security NOTHING
      review devils-advocate NOTHING
      summary Card numbers are there.
      complete
      turn-end
      """
          .replace("ONE", finding("numbers.txt:1", "`Sixteen digits.` and nothing else"))
          .replace("TWO", finding("numbers.txt:1", "`Fifteen digits.`"))
          .replace("THREE", finding("other.txt:1", "`Sixteen digits.`"))
          .replace("NOTHING", NOTHING);

  private static final String PLAN =
      Plans.ofCardNumbers("", "- agent: scripted\n- gates: in-session\n");
}
