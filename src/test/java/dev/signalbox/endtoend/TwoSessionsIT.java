package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.session.SessionId;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Session 1 recommends, a person approves a part, session 2 executes that. Killed in between. */
@Timeout(120)
class TwoSessionsIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void onlyWhatWasApprovedIsExecuted() throws Exception {
    Shop shop = Shop.in(folder).open();
    Files.writeString(shop.plan(), PLAN);
    shop.script(
        "S-A",
        "start",
        "summary Two things could be done.\\n\\n1. Sixteen digits.\\n2. Letters too.",
        "complete",
        "turn-end");
    shop.script(
        "S-B",
        "start",
        "write numbers.txt Sixteen digits.",
        "commit Card numbers",
        "summary They are there.",
        "complete",
        "turn-end");
    shop.commit();
    try (Program engine = shop.dispatch("scripted")) {
      approve(shop, engine, GateKind.MERGE);
      shop.gate(engine, GateKind.RECOMMENDATION);
      engine.kill();
    }
    try (Program engine = shop.dispatch("scripted")) {
      approve(shop, engine, GateKind.CHECKPOINT);
      Gate gate = shop.gate(engine, GateKind.RECOMMENDATION);
      assertThat(Told.in(shop.state()).all(Fact.SessionAdmitted.class))
          .extracting(Fact.SessionAdmitted::session)
          .containsExactly(new SessionId("S-A"));
      assertThat(shop.say("answer", gate.id().toString(), "approve 1; not 2: no").exit()).isZero();
      approve(shop, engine, GateKind.MERGE);
      assertThat(engine.exit(60)).as(engine.printed()).isZero();
    } finally {
      shop.cutThePower();
    }
    assertThat(Told.in(shop.state()).all(Fact.RecommendationApproved.class))
        .singleElement()
        .extracting(Fact.RecommendationApproved::approved)
        .isEqualTo("1. Sixteen digits.");
    assertThat(shop.git("show", "main:numbers.txt")).contains("Sixteen digits.");
  }

  private static void approve(Shop shop, Program engine, GateKind kind) throws Exception {
    assertThat(shop.say("approve", shop.gate(engine, kind).id().toString()).exit()).isZero();
  }

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

      Deliverable: What was asked for.
      """;

  private static final String PLAN =
      """
      ---
      topic: gift-cards
      project: shop
      issue: SHOP-200
      base: main
      ---
      # Gift cards

      ## Phase 1A: Which numbers (SHOP-201)
      - exec: spike
      - deliverable: analysis
      - agent: scripted
      PHASE

      ## Phase 2B: Card numbers (SHOP-202)
      - exec: tdd
      - touches: numbers.txt
      - executes: 1A
      - agent: scripted
      PHASE
      """
          .replace("PHASE\n", REST);
}
