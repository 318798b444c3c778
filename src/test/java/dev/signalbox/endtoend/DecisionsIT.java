package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.view.GateView;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person decides in other terminals while {@code dispatch} runs. */
@Timeout(120)
class DecisionsIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void everyDecisionReachesTheRun() throws Exception {
    Shop shop = shop();
    try (Program engine =
        shop.start(
            "dispatch",
            shop.plan().toString(),
            "--agent",
            "scripted",
            "--state",
            shop.state().toString())) {
      decideTheTable(shop, engine);
      says(shop, 0, "approve", gate(shop, engine, GateKind.COMMANDS));
      rejectAndApproveThePlan(shop, engine);
      says(shop, 0, "answer", gate(shop, engine, GateKind.QUESTION), "The product");
      says(shop, 0, "tell", "S-B", "Use cents.");
      gate(shop, engine, GateKind.FAILURE);
      says(shop, 1, "retry", "S-A");
      says(shop, 0, "retry", "S-C");
      says(shop, 0, "approve", gate(shop, engine, GateKind.CHECKPOINT));
      Waiting.untilTrue("S-D at work", () -> isConfirmed(shop, "S-D"), engine::printed);
      says(shop, 0, "cancel", "S-D", "--why", "Cards are sold elsewhere.");
      assertThat(engine.exit(60)).as(engine.printed()).isEqualTo(1);
      assertThat(engine.printed()).contains("4 merged, 0 failed, 1 abandoned");
    } finally {
      shop.cutThePower();
    }
    judge(shop);
  }

  private Shop shop() throws Exception {
    Shop shop = Shop.in(folder).open();
    shop.script("SHOP-201", job("src/numbers.txt", "plan 1. Blue numbers."));
    shop.script("SHOP-202", job("src/balance.txt", "choose Which?|The sum|The product", "listen"));
    shop.script("SHOP-203", job("web/card.txt", "on-attempt 1 exit 3", "on-attempt 2 exit 4"));
    shop.script("SHOP-204", job("web/buy.txt", "wait-for .git/never"));
    shop.script("SHOP-205", job("web/send.txt"));
    shop.commit();
    return shop;
  }

  private static String[] job(String file, String... before) {
    List<String> steps = new java.util.ArrayList<>(List.of("start", "estimate $1"));
    steps.addAll(Arrays.asList(before));
    steps.addAll(
        List.of("write " + file + " Done.", "commit The work", "summary It is done.", "complete"));
    return steps.toArray(String[]::new);
  }

  private static void decideTheTable(Shop shop, Program engine) throws Exception {
    String table = gate(shop, engine, GateKind.TABLE);
    assertThat(shop.say("inbox").text()).contains(table, "Start run gift-cards-1?");
    String number = table.substring(0, table.indexOf('-'));
    says(shop, 3, "approve", number + "-00000000");
    assertThat(Told.in(shop.state()).all(Fact.SessionAdmitted.class)).isEmpty();
    says(shop, 0, "approve", table);
    says(shop, 0, "approve", table);
    says(shop, 1, "reject", table, "--why", "Too late.");
  }

  private static void rejectAndApproveThePlan(Shop shop, Program engine) throws Exception {
    String first = gate(shop, engine, GateKind.PLAN);
    says(shop, 0, "reject", first, "--why", "Make them green.");
    String second =
        Waiting.until(
            "another plan",
            () -> open(shop, GateKind.PLAN).filter(id -> !id.equals(first)),
            engine::printed);
    assertThat(shop.say("inbox", second).text()).contains("Revised: Make them green.");
    says(shop, 0, "approve", second);
  }

  private static void says(Shop shop, int exit, String... command) throws Exception {
    Shop.Said said = shop.say(command);
    assertThat(said.exit()).as("%s: %s", List.of(command), said.text()).isEqualTo(exit);
  }

  private static String gate(Shop shop, Program engine, GateKind kind) throws Exception {
    return Waiting.until("a gate: " + kind, () -> open(shop, kind), engine::printed);
  }

  private static Optional<String> open(Shop shop, GateKind kind) {
    try {
      return shop.control().look().inbox().stream()
          .map(GateView::gate)
          .filter(gate -> gate.kind() == kind)
          .map(Gate::id)
          .map(Object::toString)
          .findFirst();
    } catch (SignalboxException e) {
      // The engine is about to start.
      return Optional.empty();
    }
  }

  private static boolean isConfirmed(Shop shop, String session) {
    return !Told.in(shop.state()).of(session, Fact.StartConfirmed.class).isEmpty();
  }

  private static void judge(Shop shop) throws Exception {
    assertThat(new Outcome(shop).merged())
        .containsExactlyInAnyOrder("SHOP-201", "SHOP-202", "SHOP-203", "SHOP-205");
    Attempts attempts = new Attempts(shop);
    assertThat(attempts.count("S-A", "Revising: Make them green.")).isEqualTo(1);
    assertThat(attempts.count("S-A", "Plan approved")).isEqualTo(1);
    assertThat(attempts.count("S-B", "Chosen: The product")).isEqualTo(1);
    assertThat(attempts.count("S-B", "Heard: Use cents.")).isEqualTo(1);
    Told told = Told.in(shop.state());
    assertThat(told.of("S-C", Fact.AttemptBegun.class)).hasSize(3);
    assertThat(told.of("S-C", Fact.SessionReopened.class)).hasSize(1);
    List<String> reasons =
        told.of("S-D", Fact.SessionAbandoned.class).stream()
            .map(Fact.SessionAbandoned::reason)
            .toList();
    assertThat(reasons).hasSize(1).allMatch(why -> why.contains("Cards are sold elsewhere."));
    new Outcome(shop).registryShows("Abandoned (" + reasons.getFirst() + ")", List.of("SHOP-204"));
  }
}
