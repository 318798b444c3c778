package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person changes the table in a terminal, and the engine is killed meanwhile. */
@Timeout(180)
class TableEditsIT {
  @TempDir private Path folder = Path.of("");
  private Shop shop;

  @BeforeEach
  void open() throws Exception {
    shop = Shop.in(folder).open();
    Understudy.hire(shop);
    shop.commit();
  }

  @AfterEach
  void leave() throws Exception {
    shop.cutThePower();
  }

  private Shop.Said revise(Gate table, String... edits) throws Exception {
    String[] words = new String[edits.length + 2];
    words[0] = "revise";
    words[1] = table.id().toString();
    System.arraycopy(edits, 0, words, 2, edits.length);
    return shop.say(words);
  }

  @Test
  void theRevisedTableSurvivesAKillAndIsWhatStarts() throws Exception {
    Gate first;
    try (Program engine = Understudy.dispatch(shop)) {
      first = shop.gate(engine, GateKind.TABLE);
      Shop.Said said =
          revise(
              first, "--agent", "1A=understudy", "--launch", "1B=plan", "--merge-first", "1B=1A");
      assertThat(said.exit()).as(said.text()).isZero();
      assertThat(said.text()).contains("revised").contains("signalbox inbox");
      engine.kill();
    }
    try (Program engine = Understudy.dispatch(shop)) {
      Gate table = shop.gate(engine, GateKind.TABLE);
      assertThat(table.shown())
          .contains(
              "1A agent scripted -> understudy; 1B launch bypass -> plan; 1B merges before 1A");
      Shop.Said late = shop.say("approve", first.id().toString());
      assertThat(late.exit()).isEqualTo(3);
      assertThat(late.text()).contains("changed, look again: signalbox inbox " + table.id());
      // A second revision, by another start of the engine, adds to the first one.
      Shop.Said said = revise(table, "--launch", "1B=bypass");
      assertThat(said.exit()).as(said.text()).isZero();
      Gate now = shop.gate(engine, GateKind.TABLE, table.number());
      assertThat(now.shown()).contains("1A agent scripted").contains("1B launch plan -> bypass");
      assertThat(shop.say("approve", now.id().toString()).exit()).isZero();
      Shop.Said after = revise(now, "--agent", "1B=understudy");
      assertThat(after.exit()).isNotZero();
      assertThat(after.text()).contains("already approved by");
      try (Person _ = Person.whoApproves(shop)) {
        assertThat(engine.exit(90)).as(engine.printed()).isZero();
      }
    }
    Told told = Told.in(shop.state());
    Understudy.assertPlayed(told);
    assertThat(told.all(Fact.TableRevised.class)).hasSize(2);
    assertThat(Files.readString(shop.plan()))
        .startsWith(shop.git("show", "HEAD~0:" + Shop.PLAN).split("\n## Phase", 2)[0]);
    Shop.Said report = shop.say("report");
    assertThat(report.text()).contains("revised: 1A agent understudy");
  }

  @Test
  void whatIsNotSoundIsToldAllAtOnceAndChangesNothing() throws Exception {
    try (Program engine = Understudy.dispatch(shop)) {
      Gate table = shop.gate(engine, GateKind.TABLE);
      Shop.Said said =
          revise(
              table,
              "--agent",
              "1A=nobody",
              "--agent",
              "1B=understudy",
              "--launch",
              "1B=ask",
              "--merge-first",
              "9Z=1A");
      assertThat(said.exit()).isEqualTo(1);
      assertThat(said.text())
          .contains("9Z: expected a phase of the run (1A, 1B, 1C, 2A, 2B), found another")
          .contains("phase 1A: expected an agent of the catalogue, found nobody; choose one of")
          .contains("phase 1B: expected an agent for Ask permissions, found understudy");
      assertThat(revise(table, "--merge-first", "2A=1A").text())
          .contains("2A merges before 1A: expected two phases that may run at once");
      assertThat(revise(table, "--agent", "1A=scripted").text())
          .contains("expected a change of the table, found none");
      assertThat(revise(table, "--agent", "1A").exit()).isEqualTo(2);
      assertThat(shop.gate(engine, GateKind.TABLE)).isEqualTo(table);
      // The plan's file says something else now than the run was opened with.
      Files.writeString(shop.plan(), Files.readString(shop.plan()) + "\nMore.\n");
      assertThat(revise(table, "--agent", "1A=understudy").text())
          .contains("expected the plan that the run was opened with, found that it was changed");
      assertThat(shop.gate(engine, GateKind.TABLE)).isEqualTo(table);
    }
    assertThat(Told.in(shop.state()).all(Fact.TableRevised.class)).isEmpty();
  }
}
