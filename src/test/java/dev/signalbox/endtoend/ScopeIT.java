package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.DriftKind;
import dev.signalbox.engine.Fact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One run in which each phase leaves its scope in another way, with real git and processes. */
@Timeout(120)
class ScopeIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void whatIsOutsideOfAScopeIsRecordedAskedAboutOrDenied() throws Exception {
    Shop shop = shop();
    try (Program engine = shop.dispatch("scripted");
        Person _ =
            Person.who(
                shop,
                gate ->
                    Optional.of(
                        gate.gate().title().contains("docs/no.txt")
                            ? new GateDecision.Rejected("Not there.")
                            : new GateDecision.Approved()))) {
      assertThat(engine.exit(60)).as(engine.printed()).isZero();
    } finally {
      shop.cutThePower();
    }
    Told told = Told.in(shop.state());
    recorded(told);
    asked(told);
    enforced(told);
    reviewed(told);
    assertThat(shop.git("ls-tree", "-r", "--name-only", "main", "docs/").lines())
        .containsExactly("docs/command.txt", "docs/tool.txt", "docs/yes.txt");
    assertThat(Files.readString(shop.plan())).contains("Outside of its scope", "docs/tool.txt");
    assertThat(shop.say("sessions", "--json").text())
        .contains("\"drift\":[{\"path\":\"docs/tool.txt\",\"kind\":\"tool\"}],\"driftMore\":0");
  }

  private Shop shop() throws Exception {
    Shop shop = Shop.in(folder).open();
    String plan = Files.readString(shop.plan());
    plan = plan.replace("base: main\n", "base: main\nprotect: src/prices.txt\n");
    plan = plan.replace("(SHOP-202)\n", "(SHOP-202)\n- scope: ask\n");
    plan = plan.replace("(SHOP-203)\n", "(SHOP-203)\n- scope: enforce\n");
    plan = plan.replace("(SHOP-204)\n", "(SHOP-204)\n- scope: enforce\n");
    Files.writeString(shop.plan(), plan);
    shop.script("SHOP-201", job("write src/numbers.txt Done.", "write docs/tool.txt Done."));
    shop.script(
        "SHOP-202",
        job(
            "ask-write src/balance.txt Done.",
            "ask-write docs/yes.txt Done.",
            "ask-write docs/no.txt Done."));
    shop.script(
        "SHOP-203",
        job("plan 1. Draw it.", "ask-write web/card.txt Done.", "ask-write docs/denied.txt Done."));
    shop.script("SHOP-204", job("ask-write web/buy.txt Done.", "run-write docs/command.txt Done."));
    shop.script("SHOP-205", job("write web/send.txt Done.", "append src/prices.txt Done."));
    shop.commit();
    return shop;
  }

  private static String[] job(String... work) {
    List<String> steps = new ArrayList<>(List.of("start", "estimate $1"));
    steps.addAll(List.of(work));
    steps.addAll(List.of("commit The work", "summary It is done.", "complete"));
    return steps.toArray(String[]::new);
  }

  private static void recorded(Told told) {
    drift(told, "S-A", DriftKind.TOOL, "docs/tool.txt");
    assertThat(gates(told, "S-A")).isEmpty();
  }

  private static void asked(Told told) {
    drift(told, "S-B", DriftKind.ALLOWED, "docs/yes.txt");
    drift(told, "S-B", DriftKind.DENIED, "docs/no.txt");
    assertThat(gates(told, "S-B"))
        .extracting(Gate::title)
        .containsExactly(
            "S-B asks to use Write outside of its scope: docs/yes.txt",
            "S-B asks to use Write outside of its scope: docs/no.txt");
  }

  private static void enforced(Told told) {
    drift(told, "S-C", DriftKind.DENIED, "docs/denied.txt");
    assertThat(gates(told, "S-C")).extracting(Gate::kind).containsExactly(GateKind.PLAN);
  }

  /** What a command changed, and what the plan protects, a person sees before it is merged. */
  private static void reviewed(Told told) {
    drift(told, "S-D", DriftKind.GIT, "docs/command.txt");
    drift(told, "S-E", DriftKind.TOOL, "src/prices.txt");
    for (String session : List.of("S-D", "S-E")) {
      assertThat(gates(told, session))
          .singleElement()
          .satisfies(gate -> assertThat(gate.kind()).isEqualTo(GateKind.MERGE));
    }
    assertThat(gates(told, "S-E").getFirst().shown())
        .contains("- src/prices.txt: by a tool; protected by the plan");
  }

  private static void drift(Told told, String session, DriftKind kind, String path) {
    assertThat(told.of(session, Fact.DriftSeen.class))
        .filteredOn(fact -> fact.kind() == kind)
        .flatExtracting(Fact.DriftSeen::paths)
        .containsExactly(path);
  }

  private static List<Gate> gates(Told told, String session) {
    return told.all(Fact.GateOpened.class).stream()
        .map(Fact.GateOpened::gate)
        .filter(gate -> gate.sessions().stream().anyMatch(id -> id.value().equals(session)))
        .toList();
  }
}
