package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.control.EngineController;
import dev.signalbox.control.RunJsonReader;
import dev.signalbox.control.RunSketch;
import dev.signalbox.engine.Input;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.TurnResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunCommandsTest {

  @Test
  void showsTheRun() {
    EngineController engine = EngineController.working();
    Typed status = Typed.to(engine, "status");
    assertThat(status.exit()).isZero();
    assertThat(status.out()).startsWith("Run 2026-11-22-checkout, batch 1 of 2, 2 of 3 running");
    Typed sessions = Typed.to(engine, "sessions");
    assertThat(sessions.out()).contains("S-A", "Working", "S-C", "Planned");
    Typed json = Typed.to(engine, "status", "--json");
    assertThat(RunJsonReader.status(json.out()).sessions()).hasSize(3);
    assertThat(Typed.to(engine, "sessions", "--json").out()).startsWith("{\"run\":");
  }

  @Test
  void anEmptyInboxSaysSo() {
    Typed inbox = Typed.to(EngineController.working(), "inbox");
    assertThat(inbox.exit()).isZero();
    assertThat(inbox.out()).isEqualTo("Nothing waits for you.\n");
  }

  @Test
  void theCommandThatTheInboxShowsDecides() {
    EngineController engine = EngineController.waiting("the whole table");
    Gate gate = engine.gate(GateKind.TABLE);
    String inbox = Typed.to(engine, "inbox", "--state", "a folder").out();
    assertThat(inbox).contains("signalbox approve " + gate.id() + " --state 'a folder'\n");
    assertThat(Typed.to(engine, "inbox", gate.id().toString()).out()).contains("the whole table");
    Typed approved = Typed.to(engine, "approve", gate.id().toString());
    assertThat(approved).isEqualTo(new Typed(0, gate.id() + ": approved.\n", ""));
    assertThat(Typed.to(engine, "approve", gate.id().toString()).exit()).isZero();
    Typed late = Typed.to(engine, "reject", gate.id().toString(), "--why", "too late");
    assertThat(late.exit()).isEqualTo(1);
    assertThat(late.err()).contains("already approved by anna at 2026-11-22T10:00:00Z");
    Typed gone = Typed.to(engine, "inbox", gate.id().toString());
    assertThat(gone.exit()).isEqualTo(2);
    assertThat(gone.err()).contains("Error [GATE_UNKNOWN]");
  }

  @Test
  void aStaleHashAsksToLookAgain() {
    EngineController engine = EngineController.waiting("the table");
    Gate gate = engine.gate(GateKind.TABLE);
    String stale = gate.number() + "-00000000";
    Typed typed = Typed.to(engine, "approve", stale);
    assertThat(typed.exit()).isEqualTo(3);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err())
        .isEqualTo(stale + ": changed, look again: signalbox inbox " + gate.id() + "\n");
    Typed look = Typed.to(engine, "inbox", stale);
    assertThat(look.exit()).isEqualTo(3);
    assertThat(look.out()).contains(gate.id().toString());
    Typed json = Typed.to(engine, "approve", "--json", stale);
    assertThat(json.exit()).isEqualTo(3);
    assertThat(json.out())
        .isEqualTo(
            "{\"answers\":[{\"to\":\"%s\",\"answer\":\"changed\",\"now\":\"%s\"}]}\n"
                .formatted(stale, gate.id()));
  }

  @Test
  void oneMistakeAmongSeveralGatesDecidesNone() {
    EngineController engine = EngineController.waiting("the table");
    Gate gate = engine.gate(GateKind.TABLE);
    Typed typed = Typed.to(engine, "approve", gate.id().toString(), "twelve");
    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains("expected a gate such as 12-3fa9c1d2, found twelve");
    assertThat(engine.look().state().settled()).isEmpty();
  }

  @Test
  void changesTheTableAndSaysWhereItIs() {
    EngineController engine = EngineController.waiting("the table");
    Gate first = engine.gate(GateKind.TABLE);
    assertThat(Typed.to(engine, "inbox").out())
        .contains("change the table first  signalbox revise " + first.id() + " --agent PHASE=ID");
    Typed revised =
        Typed.to(engine, "revise", first.id().toString(), "--agent", "1A=codex", "--launch=1B=ask");
    Gate second = engine.gate(GateKind.TABLE);
    assertThat(revised)
        .isEqualTo(
            new Typed(
                0,
                "%s: revised.\nThe table is another now, look: signalbox inbox %s\n"
                    .formatted(first.id(), second.id()),
                ""));
    assertThat(second.shown()).isEqualTo("Revised by anna: 1A agent codex; 1B launch ask");
    Typed stale = Typed.to(engine, "approve", first.id().toString());
    assertThat(stale.exit()).isEqualTo(3);
    assertThat(stale.err()).contains("changed, look again: signalbox inbox " + second.id());
    Typed refused = Typed.to(engine, "revise", second.id().toString(), "--agent", "1A=nobody");
    assertThat(refused)
        .isEqualTo(
            new Typed(1, "", second.id() + ": refused: expected somebody\n  found nobody\n"));
  }

  @Test
  void everyMistakeInAnEditIsToldAndChangesNothing() {
    EngineController engine = EngineController.waiting("the table");
    Gate gate = engine.gate(GateKind.TABLE);
    Typed typed =
        Typed.to(
            engine,
            "revise",
            gate.id().toString(),
            "--agent",
            "1A",
            "--launch",
            "1A=careful",
            "--merge-first",
            "1B=1A;rm",
            "--agent",
            "1B=codex");
    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err())
        .contains("--agent: expected a phase and an agent, such as 1A=codex, found 1A")
        .contains("--launch: expected a phase and bypass or plan or ask, as 1A=plan, found")
        .contains("--merge-first: expected two phases, such as 1B=1A, found 1B=1A;rm");
    assertThat(Typed.to(engine, "revise", gate.id().toString()).exit()).isEqualTo(2);
    assertThat(engine.look().state().revisions()).isEmpty();
  }

  @Test
  void aRejectionNeedsAReason() {
    EngineController engine = EngineController.working();
    Gate gate = engine.showPlan(RunSketch.A, "a plan");
    assertThat(Typed.to(engine, "reject", gate.id().toString()).exit()).isEqualTo(2);
    assertThat(Typed.to(engine, "reject", gate.id().toString(), "--why", "smaller steps").exit())
        .isZero();
    assertThat(engine.settled(gate).decision())
        .isEqualTo(new GateDecision.Rejected("smaller steps"));
  }

  @Test
  void answersTellsCancelsAndRetries() {
    EngineController engine = EngineController.working();
    for (int i = 0; i < 6; i++) {
      engine.hear(RunSketch.A, new AgentSignal.TurnEnded(new TurnResult.Completed()));
    }
    Gate turn = engine.gate(GateKind.TURN);
    assertThat(Typed.to(engine, "answer", turn.id().toString(), "go on with it").exit()).isZero();
    assertThat(Typed.to(engine, "tell", "S-A", "mind", "the", "tests"))
        .isEqualTo(new Typed(0, "S-A: told.\n", ""));
    assertThat(Typed.to(engine, "tell", "Anna", "hello").exit()).isEqualTo(2);
    assertThat(Typed.to(engine, "tell", "S-Z", "hello").exit()).isEqualTo(1);
    assertThat(Typed.to(engine, "retry", "S-A").exit()).isEqualTo(1);
    assertThat(Typed.to(engine, "cancel", "S-B", "--why", "not needed").exit()).isZero();
    assertThat(Typed.to(engine, "cancel").out()).isEqualTo("run: cancelled.\n");
    assertThat(engine.look().state().course().isCancelled()).isTrue();
  }

  @Test
  void watchesUntilTheRunIsOver() {
    EngineController engine = EngineController.working();
    engine.submit(new Input.CancelRun("anna", "enough"));
    engine.exit(RunSketch.A);
    engine.exit(RunSketch.B);
    engine.writeRegistry();
    Typed watched = Typed.to(engine, "watch");
    assertThat(watched.exit()).isEqualTo(1);
    assertThat(watched.out())
        .contains("10:00:00 S-A Abandoned: the run was cancelled")
        .contains("Run 2026-11-22-checkout was cancelled: 0 merged, 0 failed, 3 abandoned")
        .doesNotContain("\u001b");
  }
}
