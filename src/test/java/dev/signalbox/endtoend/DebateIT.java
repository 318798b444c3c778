package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.ReviewFact;
import dev.signalbox.session.SessionId;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four reviewers look at a work, answer each other's findings, and a fifth session sums up. The
 * engine is killed in each of the three steps, and asks nobody again.
 */
@Timeout(240)
class DebateIT {
  private static final String NOTHING = "{\"recommendation\": \"APPROVE\", \"findings\": []}";
  private static final String UNCHECKED =
      "{\"recommendation\": \"REVISE\", \"findings\": [{\"id\": \"F1\", \"severity\": \"Critical\","
          + " \"location\": \"numbers.txt:1\", \"claim\": \"The check digit is not computed\","
          + " \"evidence\": \"numbers.txt says nothing of it\"}]}";

  @TempDir private Path folder = Path.of("");

  @Test
  void aDebateGoesOnWhereItWasKilled() throws Exception {
    Shop shop = shop();
    try {
      killAt(shop, ReviewFact.OpinionGiven.class);
      killAt(shop, ReviewFact.StancesTaken.class);
      killAt(shop, ReviewFact.SynthesisBegun.class);
      try (Program engine = shop.dispatch("scripted")) {
        Gate gate = shop.gate(engine, GateKind.REVIEW);
        assertThat(gate.shown())
            .contains("**Option:** debate: Structured debate")
            .contains("- C1: C1 is disputed by one of four.")
            .contains("| C1 | Important (critical by 3 of 4) | numbers.txt:1: The check digit")
            .contains(
                "- C1: architectural-purist, performance-pragmatist agree; ux-advocate contradicts:"
                    + " the issue does not ask for it");
        assertThat(shop.say("answer", gate.id().toString(), "agree all").exit()).isZero();
        Gate merge = shop.gate(engine, GateKind.MERGE);
        assertThat(shop.say("approve", merge.id().toString()).exit()).isZero();
        assertThat(engine.exit(60)).as(engine.printed()).isZero();
      }
    } finally {
      shop.cutThePower();
    }
    judge(shop);
  }

  private static void judge(Shop shop) {
    Told told = Told.in(shop.state());
    assertThat(told.all(ReviewFact.ReviewRoundBegun.class)).hasSize(2);
    assertThat(told.all(ReviewFact.OpinionGiven.class)).hasSize(8);
    assertThat(told.all(ReviewFact.DebateBegun.class)).hasSize(1);
    assertThat(told.all(ReviewFact.StancesTaken.class)).hasSize(3);
    assertThat(told.all(ReviewFact.SynthesisGiven.class)).hasSize(1);
    // Whoever handed in was started once.
    Set<SessionId> begun = new HashSet<>();
    assertThat(told.all(Fact.AttemptBegun.class))
        .extracting(Fact.AttemptBegun::session)
        .filteredOn(id -> !id.value().equals("S-A"))
        .hasSize(12)
        .allMatch(begun::add);
  }

  /** Runs until the journal holds such a fact, and kills the engine there. */
  private static void killAt(Shop shop, Class<? extends Fact> kind) throws Exception {
    try (Program engine = shop.dispatch("scripted")) {
      Waiting.until(
          kind.getSimpleName(),
          () -> Told.in(shop.state()).all(kind).stream().findFirst(),
          engine::printed);
      engine.kill();
    }
  }

  private Shop shop() throws Exception {
    Shop shop = Shop.in(folder).open(PLAN);
    shop.script("S-A", WORK.split("\n", -1));
    hands(shop, "S-B", UNCHECKED);
    for (String reviewer : List.of("S-C", "S-D", "S-E", "S-J", "S-K", "S-L", "S-M")) {
      hands(shop, reviewer, NOTHING);
    }
    hands(shop, "S-F", answer("AGREE", "it is so"));
    hands(shop, "S-G", answer("AGREE", "it is so"));
    hands(shop, "S-H", answer("CONTRADICT", "the issue does not ask for it"));
    hands(
        shop,
        "S-I",
        "{\"points\": [{\"rows\": [\"C1\"], \"text\": \"C1 is disputed by one of four.\"}]}");
    shop.commit();
    return shop;
  }

  private static String answer(String answer, String reason) {
    return "{\"answers\": [{\"row\": \"C1\", \"answer\": \"%s\", \"reason\": \"%s\"}]}"
        .formatted(answer, reason);
  }

  private static void hands(Shop shop, String session, String json) throws Exception {
    shop.script(session, "start", "summary ```json\\n" + json + "\\n```", "complete", "turn-end");
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

  private static final String PLAN = Plans.ofCardNumbers("review: debate\n", "- agent: scripted\n");
}
