package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.ReviewFact;
import dev.signalbox.session.SessionId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A plan and its work are reviewed by three sessions each: Gate 1, Gate 2, findings that a person
 * agrees with and the session mends, and a second look. The engine is killed in the middle.
 */
@Timeout(180)
class ReviewIT {
  private static final String NOTHING = "{\"recommendation\": \"APPROVE\", \"findings\": []}";
  private static final String UNCHECKED =
      "{\"recommendation\": \"REVISE\", \"findings\": [{\"id\": \"F1\", \"severity\": \"Critical\","
          + " \"location\": \"numbers.txt:1\", \"claim\": \"The check digit is not computed\","
          + " \"evidence\": \"numbers.txt says nothing of it\"}]}";

  @TempDir private Path folder = Path.of("");

  @Test
  void whatReviewersFindIsDecidedMendedAndLookedAtAgain() throws Exception {
    Shop shop = shop();
    try (Program engine = shop.dispatch("scripted")) {
      approve(shop, engine, GateKind.SPEC);
      Gate plan = shop.gate(engine, GateKind.REVIEW);
      assertThat(plan.title()).contains("the plan was reviewed by 3");
      assertThat(Told.in(shop.state()).all(Fact.BatchDispatched.class)).isEmpty();
      approve(shop, engine, GateKind.REVIEW);
      Gate work = shop.gate(engine, GateKind.REVIEW, plan.number());
      assertThat(work.shown())
          .contains("| I1 | Important (critical by 2 of 3) | numbers.txt:1: The check digit");
      engine.kill();
    }
    try (Program engine = shop.dispatch("scripted")) {
      Gate work = shop.gate(engine, GateKind.REVIEW);
      assertThat(shop.say("answer", work.id().toString(), "agree I9").text())
          .contains("expected one of I1, found \"I9\"");
      assertThat(shop.say("answer", work.id().toString(), "agree all").exit()).isZero();
      approve(shop, engine, GateKind.MERGE);
      assertThat(engine.exit(60)).as(engine.printed()).isZero();
    } finally {
      shop.cutThePower();
    }
    judge(shop);
  }

  private static void judge(Shop shop) throws Exception {
    Told told = Told.in(shop.state());
    assertThat(told.all(ReviewFact.ReviewRoundBegun.class))
        .extracting(begun -> begun.seats().size())
        .containsExactly(3, 3, 3);
    assertThat(told.all(ReviewFact.OpinionGiven.class)).hasSize(9);
    assertThat(told.all(ReviewFact.GateTwoPassed.class)).hasSize(3);
    assertThat(told.all(Fact.WorkspaceCleaned.class))
        .as("workspaces, each removed")
        .hasSize(10)
        .allMatch(cleaned -> cleaned.kept().isEmpty());
    assertThat(shop.git("show", "main:numbers.txt")).contains("The check digit is computed.");
    assertThat(shop.git("log", "--format=%s", "main")).doesNotContain("A reviewer was here");
    assertThat(Files.readString(shop.plan()))
        .contains("Findings of its review", "Resolved here", "I1 Important: ")
        .containsSubsequence(
            "The check digit is there.",
            "| Issue | Status | Assignee | Milestone | Priority | Estimate | Blocking | Blocked by |",
            "| SHOP-201 Card numbers | Done | scripted | - | - |",
            "| Document | Project |",
            "| Review record (1 finding, round 2) |")
        .doesNotContain("recommendation");
    kept(shop);
    assertThat(shop.say("report").text())
        .contains("1 of 1 sessions merged", "S-A | I1 | Important |", "| resolved here |");
    assertThat(shop.say("report", "--html").text()).contains("<!doctype html>", "<svg ");
    assertThat(told.all(Fact.Merged.class))
        .filteredOn(merged -> merged.commit().isPresent())
        .extracting(Fact.Merged::session)
        .containsExactly(new SessionId("S-A"));
  }

  /** The record is beside the work, on top of what was merged, and goes with the command. */
  private static void kept(Shop shop) throws Exception {
    String ref = "refs/signalbox/reviews/gift-cards-1/S-A";
    String tip = shop.git("rev-parse", ref + "~1");
    assertThat(shop.git("show", ref + ":REVIEW-GATE-FINDINGS.md"))
        .startsWith("# Review Decision Record of SHOP-201\n")
        .contains("its work " + tip, "| I1 | Important", "numbers.txt:1: The check digit")
        .containsSubsequence("## Fix-forward", "Resolved here:", "- I1 Important: The check digit");
    assertThat(shop.git("ls-tree", "--name-only", "main")).doesNotContain("REVIEW-GATE");
    assertThat(shop.git("merge-base", tip, "main")).isEqualTo(tip);
    assertThat(shop.git("status", "--porcelain")).doesNotContain("REVIEW-GATE");
    assertThat(shop.git("for-each-ref", "--format=%(refname)", "refs/signalbox")).isEqualTo(ref);
    assertThat(shop.say("reviews").text())
        .contains("\ngit show " + ref + ":REVIEW-GATE-FINDINGS.md\n");
  }

  private Shop shop() throws Exception {
    Shop shop = Shop.in(folder).open(PLAN);
    shop.script("S-A", WORK.split("\n", -1));
    for (String reviewer : List.of("S-B", "S-C", "S-D", "S-G", "S-H", "S-I", "S-J")) {
      reviewer(shop, reviewer, NOTHING);
    }
    for (String reviewer : List.of("S-E", "S-F")) {
      reviewer(shop, reviewer, UNCHECKED);
    }
    shop.commit();
    return shop;
  }

  private static void reviewer(Shop shop, String session, String findings) throws Exception {
    shop.script(
        session,
        "start",
        "ask-write thrown-away.txt A reviewer was here",
        "summary ```json\\n" + findings + "\\n```",
        "complete",
        "turn-end");
  }

  private static void approve(Shop shop, Program engine, GateKind kind) throws Exception {
    Gate gate = shop.gate(engine, kind);
    assertThat(shop.say("approve", gate.id().toString()).exit()).isZero();
  }

  private static final String WORK =
      """
      start
      write numbers.txt Sixteen digits.
      commit Card numbers
      summary Card numbers are there.
      complete
      turn-end
      start
      append numbers.txt The check digit is computed.
      commit Compute the check digit
      summary The check digit is there.
      complete
      turn-end
      """;

  private static final String PLAN =
      Plans.ofCardNumbers(
          "review: trio\n", "- agent: scripted\n- gates: pre-dispatch, post-session\n");
}
