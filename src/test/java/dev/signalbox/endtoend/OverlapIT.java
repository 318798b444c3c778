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

/**
 * Two sessions each add a migration, which git would merge without a word: both stand still, both
 * diffs are shown, the engine is killed, and a person keeps one.
 */
@Timeout(180)
class OverlapIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void twoMigrationsAreShownSideBySideAndOneIsKept() throws Exception {
    Shop shop = shop();
    String before;
    try (Program engine = shop.dispatch("scripted")) {
      Gate gate = conflict(shop, engine);
      before = gate.id().toString();
      assertThat(gate.title()).contains("both changed db-schema");
      assertThat(gate.shown())
          .contains(
              "All files of one class of shared infrastructure are one artifact",
              "+create table cards;",
              "+create table balances;",
              "Approach of S-A: SHOP-201",
              "Approach of S-B: SHOP-202");
      assertThat(Told.in(shop.state()).all(Fact.Merged.class)).isEmpty();
      engine.kill();
    }
    try (Program engine = shop.dispatch("scripted")) {
      Gate gate = conflict(shop, engine);
      assertThat(gate.id().toString()).isEqualTo(before);
      assertThat(shop.say("answer", before, "keep S-B: balances come first").exit()).isZero();
      Gate merge = shop.gate(engine, GateKind.MERGE);
      assertThat(merge.sessions()).containsExactly(new SessionId("S-B"));
      assertThat(shop.say("approve", merge.id().toString()).exit()).isZero();
      assertThat(engine.exit(60)).as(engine.printed()).isEqualTo(1);
    } finally {
      shop.cutThePower();
    }
    assertThat(shop.git("ls-tree", "-r", "--name-only", "main", "db"))
        .contains("8_balances.sql")
        .doesNotContain("7_cards.sql");
    assertThat(Told.in(shop.state()).all(Fact.SessionAbandoned.class))
        .extracting(Fact.SessionAbandoned::reason)
        .singleElement()
        .asString()
        .contains("chose S-B (SHOP-202): balances come first");
    assertThat(Told.in(shop.state()).all(Fact.OverlapFound.class)).hasSize(1);
    assertThat(Files.readString(shop.plan())).contains("Abandoned (", "chose S-B");
  }

  /** Both may run out their work before either is looked at: a person looks at each merge. */
  private Shop shop() throws Exception {
    Shop shop = Shop.in(folder).open();
    Files.writeString(
        shop.plan(),
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
        - agent: scripted
        %s
        ## Phase 1B: Balance (SHOP-202)
        - exec: tdd
        - agent: scripted
        %s\
        """
            .formatted(TrackedShop.NUMBERS, TrackedShop.BALANCE));
    script(shop, "SHOP-201", "numbers.txt", "db/migrations/7_cards.sql create table cards;");
    script(shop, "SHOP-202", "balance.txt", "db/migrations/8_balances.sql create table balances;");
    shop.commit();
    return shop;
  }

  private static void script(Shop shop, String issue, String file, String migration)
      throws Exception {
    shop.script(
        issue,
        "start",
        "write " + file + " There.",
        "write " + migration,
        "commit Work on " + issue,
        "summary " + issue + " is done.",
        "complete",
        "turn-end");
  }

  private static Gate conflict(Shop shop, Program engine) throws Exception {
    return shop.gate(engine, GateKind.SEMANTIC);
  }
}
