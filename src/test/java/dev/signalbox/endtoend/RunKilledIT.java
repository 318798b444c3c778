package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.engine.Fact;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The engine is killed again and again, at any moment, and started again with the same command. The
 * seed is printed; {@code -Dsignalbox.kill.seed=N} runs one again.
 */
@Timeout(240)
class RunKilledIT {
  private static final int KILLS_MIN = 8;
  private static final int FACTS_MAX = 20;
  private static final int START_MILLIS_MAX = 900;
  private static final List<String> SESSIONS = List.of("S-A", "S-B", "S-C", "S-D", "S-E");

  @TempDir private Path folder = Path.of("");

  @Test
  void nothingIsLostAndNothingDoneTwice() throws Exception {
    long seed = Long.getLong("signalbox.kill.seed", System.nanoTime() & 0xffff);
    System.out.println("RunKilledIT: seed " + seed);
    Shop shop = Shop.in(folder).open();
    shop.script(
        "SHOP-201",
        "start",
        "estimate $2",
        "ask-permission Bash ls",
        "write src/numbers.txt Sixteen digits; the last one checks the others.",
        "choose Which check?|The sum|The product",
        "append CHANGELOG.md - Card numbers with a check digit.",
        "commit Card numbers with a check digit",
        "summary Card numbers have a check digit.",
        "complete");
    shop.commit();
    try (Person _ = Person.whoApproves(shop)) {
      int kills = run(shop, new Random(seed));
      System.out.println("RunKilledIT: " + kills + " kills");
      assertThat(kills).as("kills").isGreaterThanOrEqualTo(KILLS_MIN);
    } finally {
      shop.cutThePower();
    }
    new Outcome(shop).isWhole();
    judge(shop);
  }

  /** Runs the plan to its end and tells how often the engine was killed on the way. */
  private static int run(Shop shop, Random random) throws Exception {
    int kills = 0;
    while (true) {
      try (Program engine = shop.dispatch("scripted")) {
        boolean isEarly = random.nextInt(4) == 0;
        long millis = random.nextInt(START_MILLIS_MAX);
        int facts = 1 + random.nextInt(FACTS_MAX);
        boolean isOver =
            isEarly
                ? engine.endsWithin(millis)
                : isOverBefore(engine, shop, Told.last(shop.state()) + facts);
        if (isOver) {
          assertThat(engine.exit(1)).as(engine.printed()).isZero();
          return kills;
        }
      }
      kills++;
    }
  }

  private static boolean isOverBefore(Program engine, Shop shop, long sequence) throws Exception {
    Waiting.untilTrue(
        "fact " + sequence,
        () -> !engine.isAlive() || Told.last(shop.state()) >= sequence,
        engine::printed);
    return !engine.isAlive();
  }

  private static void judge(Shop shop) throws Exception {
    Attempts attempts = new Attempts(shop);
    for (String session : SESSIONS) {
      attempts.startedOnce(session);
      attempts.heardOnce(session);
      attempts.toldOnce(session);
    }
    Told told = Told.in(shop.state());
    // No more than without a kill: the conflict and the crash that the scripts play.
    assertThat(told.all(Fact.AttemptBegun.class)).hasSize(SESSIONS.size() + 2);
    assertThat(told.all(Fact.AttemptFailed.class)).hasSize(1);
    assertThat(told.all(Fact.RunOpened.class)).hasSize(1);
    assertThat(attempts.count("S-A", "Allowed: Bash")).isEqualTo(1);
    assertThat(attempts.count("S-A", "Chosen: The sum")).isEqualTo(1);
    assertThat(attempts.count("S-C", "Plan approved")).isEqualTo(1);
    for (String session : SESSIONS) {
      assertThat(told.of(session, Fact.Merged.class)).as(session).hasSize(1);
      assertThat(told.of(session, Fact.ClaimTaken.class)).as(session).hasSize(1);
    }
  }
}
