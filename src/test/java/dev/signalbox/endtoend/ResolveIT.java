package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.session.SessionId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two sessions change one line: git cannot merge the second. A person has a session resolve it; the
 * engine is killed while that works, and what it made is merged in the second's place.
 */
@Timeout(180)
class ResolveIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void aSessionOfItsOwnResolvesWhatAPersonAskedItTo() throws Exception {
    Shop shop = shop();
    try (Program engine = shop.dispatch("scripted")) {
      approveMerge(shop, engine, "S-A");
      approveMerge(shop, engine, "S-B");
      Gate gate = shop.gate(engine, GateKind.CONFLICT);
      String conflict = gate.id().toString();
      assertThat(gate.sessions()).containsExactly(new SessionId("S-B"));
      assertThat(gate.shown()).contains("Sixteen digits", "Cents", "git merge refs/signalbox/");
      assertThat(shop.say("answer", conflict, "resolve it").text()).contains("expected rebase");
      assertThat(shop.say("answer", conflict, "resolve with scripted").exit()).isZero();
      Waiting.until(
          "the resolver",
          () ->
              Told.in(shop.state()).all(Fact.StartConfirmed.class).stream()
                  .filter(it -> it.session().equals(new SessionId("S-C")))
                  .findFirst(),
          engine::printed);
      engine.kill();
    }
    Files.createFile(shop.workspace("S-C").resolve(".git/go"));
    try (Program engine = shop.dispatch("scripted")) {
      approveMerge(shop, engine, "S-B");
      assertThat(engine.exit(60)).as(engine.printed()).isZero();
    } finally {
      shop.cutThePower();
    }
    assertThat(shop.git("show", "main:shared.txt"))
        .contains("Sixteen digits", "Cents")
        .doesNotContain("<<<<<<<");
    Told told = Told.in(shop.state());
    assertThat(told.all(Fact.ConflictResolved.class)).hasSize(1);
    assertThat(told.all(Fact.ResolutionBegun.class))
        .extracting(Fact.ResolutionBegun::paths)
        .containsExactly(List.of("shared.txt"));
    assertThat(Files.readString(shop.plan())).contains("resolve-1B-1");
  }

  /** The first resolver changes what it may not, and a person asks for a second one. */
  @Test
  void aResolverThatChangesMoreIsNotTaken() throws Exception {
    Shop shop = shop();
    try (Program engine = shop.dispatch("scripted")) {
      approveMerge(shop, engine, "S-A");
      approveMerge(shop, engine, "S-B");
      Gate first = shop.gate(engine, GateKind.CONFLICT);
      assertThat(shop.say("answer", first.id().toString(), "resolve").exit()).isZero();
      Path workspace = shop.workspace("S-C");
      Waiting.until(
          "the resolver's workspace",
          () -> Optional.of(workspace.resolve(".git")).filter(Files::exists),
          engine::printed);
      Files.writeString(workspace.resolve("elsewhere.txt"), "A file that nobody asked for.\n");
      Files.createFile(workspace.resolve(".git/go"));
      Gate again =
          Waiting.until(
              "the gate once more",
              () ->
                  shop.gates().stream()
                      .filter(it -> it.kind() == GateKind.CONFLICT)
                      .filter(it -> it.number() > first.number())
                      .findFirst(),
              engine::printed);
      assertThat(Told.in(shop.state()).all(Fact.SessionAbandoned.class))
          .extracting(Fact.SessionAbandoned::reason)
          .containsExactly(
              "what it made is not used: it changes files that were not in conflict: elsewhere.txt");
      assertThat(shop.say("reject", again.id().toString(), "--why", "enough").exit()).isZero();
      assertThat(engine.exit(60)).as(engine.printed()).isEqualTo(1);
    } finally {
      shop.cutThePower();
    }
  }

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
    script(shop, "SHOP-201", "numbers.txt", "Sixteen digits");
    script(shop, "SHOP-202", "balance.txt", "Cents");
    shop.script(
        "S-C",
        "start",
        "wait-for .git/go",
        "merge",
        "commit Both keep their meaning",
        "summary Both lines stay.",
        "complete",
        "turn-end");
    shop.commit();
    return shop;
  }

  private static void script(Shop shop, String issue, String file, String line) throws Exception {
    shop.script(
        issue,
        "start",
        "write " + file + " There.",
        "write shared.txt " + line,
        "commit Work on " + issue,
        "summary " + issue + " is done.",
        "complete",
        "turn-end");
  }

  private static void approveMerge(Shop shop, Program engine, String id) throws Exception {
    Gate gate =
        Waiting.until(
            "the merge of " + id,
            () ->
                shop.gates().stream()
                    .filter(it -> it.kind() == GateKind.MERGE)
                    .filter(it -> it.sessions().equals(List.of(new SessionId(id))))
                    .findFirst(),
            engine::printed);
    assertThat(shop.say("approve", gate.id().toString()).exit()).isZero();
  }
}
