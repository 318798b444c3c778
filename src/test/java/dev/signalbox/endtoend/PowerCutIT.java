package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.session.AgentExit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The engine and all agents end at once, in the middle of their work. */
@Timeout(120)
class PowerCutIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void everySessionGoesOnInItsConversation() throws Exception {
    Shop shop = Shop.in(folder).open();
    shop.script(
        "SHOP-201",
        "start",
        "estimate $2",
        "write src/numbers.txt Sixteen digits; the last one checks the others.",
        "wait-for .git/go-on",
        "append CHANGELOG.md - Card numbers with a check digit.",
        "commit Card numbers with a check digit",
        "summary Card numbers have a check digit.",
        "complete");
    shop.commit();
    try {
      cutInTheMiddle(shop);
      leaveLocks(shop.workspace("S-A").resolve(".git"));
      Files.createFile(shop.workspace("S-A").resolve(".git/go-on"));
      try (Program engine = shop.dispatch("scripted");
          Person _ = Person.whoApproves(shop)) {
        assertThat(engine.exit(90)).as(engine.printed()).isZero();
        assertThat(engine.printed()).contains("Going on with run gift-cards-1.");
      }
    } finally {
      shop.cutThePower();
    }
    new Outcome(shop).isWhole();
    goesOnInItsConversation(shop, "S-A");
    // Its plan was shown and not decided: the question went with its agent, and comes again.
    goesOnInItsConversation(shop, "S-C");
    assertThat(new Attempts(shop).count("S-C", "Plan approved")).isEqualTo(1);
  }

  /** Until one session works and another one waits for a person. */
  private static void cutInTheMiddle(Shop shop) throws Exception {
    Path written = shop.workspace("S-A").resolve("src/numbers.txt");
    try (Program engine = shop.dispatch("scripted");
        Person _ =
            Person.who(
                shop,
                view ->
                    view.gate().kind() == GateKind.COMMANDS
                        ? Optional.of(new GateDecision.Approved())
                        : Optional.empty())) {
      Waiting.untilTrue(
          "a plan and a file", () -> isPlanShown(shop) && Files.exists(written), engine::printed);
      engine.kill();
    }
    shop.cutThePower();
  }

  private static boolean isPlanShown(Shop shop) {
    return Told.in(shop.state()).all(Fact.GateOpened.class).stream()
        .anyMatch(fact -> fact.gate().kind() == GateKind.PLAN);
  }

  /** What a git leaves that has no power any more. */
  private static void leaveLocks(Path gitFolder) throws Exception {
    Files.writeString(gitFolder.resolve("index.lock"), "half an index");
    Files.createFile(gitFolder.resolve("HEAD.lock"));
    try (var branches = Files.walk(gitFolder.resolve("refs/heads"))) {
      for (Path branch : branches.filter(Files::isRegularFile).toList()) {
        Files.createFile(branch.resolveSibling(branch.getFileName() + ".lock"));
      }
    }
  }

  private static void goesOnInItsConversation(Shop shop, String session) throws Exception {
    Told told = Told.in(shop.state());
    assertThat(told.of(session, Fact.AgentExited.class).getFirst().exit())
        .isEqualTo(new AgentExit.Vanished());
    List<Fact.AttemptBegun> begun = told.of(session, Fact.AttemptBegun.class);
    assertThat(begun).hasSize(2);
    assertThat(begun.getLast().beginning().conversation())
        .hasValue(told.of(session, Fact.AgentIdentified.class).getFirst().conversation());
    Attempts attempts = new Attempts(shop);
    attempts.startedOnce(session);
    assertThat(attempts.count(session, "Nothing was committed")).isZero();
  }
}
