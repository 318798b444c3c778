package dev.signalbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.approval.TableEdit;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Question;
import dev.signalbox.view.RunView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every way to an engine has to do. */
public abstract class ControlContractTest {
  private static final String HOSTILE =
      "\u001b]0;pwned\u0007\u001b[2J\u202Egnp.exe \"quoted\" \\ \u0000 \uD83D\uDE00 ünï\r\nline two";

  /** A way to the engine behind that controller. */
  protected abstract Control control(EngineController engine);

  private static GateRef ref(Gate gate) {
    return GateRef.parse(gate.id().toString()).orElseThrow();
  }

  @Test
  void showsTheRunAsItIs() {
    EngineController engine = EngineController.working();
    engine.pulse(RunSketch.A, 1_234_567, "Edit src/payment/Port.java");
    engine.showPlan(RunSketch.A, HOSTILE);
    engine.hear(RunSketch.A, new AgentSignal.FileChanged("/elsewhere/" + HOSTILE));
    engine.hear(
        RunSketch.B,
        new AgentSignal.Asked(
            new Question.Choice(
                "c", List.of(new Question.Item("Which?", List.of("this", "that"), true)))));
    RunView seen = control(engine).look();
    assertThat(seen).isEqualTo(new LocalControl(engine).look());
    assertThat(seen.inbox()).extracting(view -> view.gate().shown()).contains(HOSTILE);
    assertThat(seen.head().money().microUsd()).isEqualTo(1_234_567);
  }

  @Test
  void waitsUntilSomethingChanges() throws Exception {
    EngineController engine = EngineController.working();
    Control control = control(engine);
    long seen = control.look().version();
    CompletableFuture<RunView> next =
        CompletableFuture.supplyAsync(() -> control.await(seen, Duration.ofSeconds(30)));
    engine.pulse(RunSketch.A, 5, "something");
    assertThat(next.get(20, TimeUnit.SECONDS).version()).isGreaterThan(seen);
  }

  @Test
  void aWaitThatIsOverShowsTheSameAgain() {
    EngineController engine = EngineController.working();
    Control control = control(engine);
    RunView seen = control.look();
    assertThat(control.await(seen.version(), Duration.ofMillis(1))).isEqualTo(seen);
  }

  @Test
  void theSecondOfTwoDecisionsHearsWhoDecidedAndWhen() {
    EngineController engine = EngineController.waiting("the table");
    Gate gate = engine.gate(GateKind.TABLE);
    Control first = control(engine);
    Control second = control(engine);
    assertThat(first.decide(ref(gate), new GateDecision.Approved(), "anna"))
        .isEqualTo(new Answer.Taken());
    Answer late = second.decide(ref(gate), new GateDecision.Rejected("no \u001b[31m"), "ben");
    assertThat(late).isInstanceOf(Answer.DecidedBefore.class);
    Answer.DecidedBefore before = (Answer.DecidedBefore) late;
    assertThat(before.settled().who()).isEqualTo("anna");
    assertThat(before.settled()).isEqualTo(engine.settled(gate));
    assertThat(second.decide(ref(gate), new GateDecision.Approved(), "ben"))
        .isEqualTo(new Answer.TakenBefore());
  }

  @Test
  void anotherHashIsAskedToLookAgain() {
    EngineController engine = EngineController.waiting("the table");
    Gate gate = engine.gate(GateKind.TABLE);
    GateRef stale = GateRef.of(gate.number(), "00000000").orElseThrow();
    assertThat(control(engine).decide(stale, new GateDecision.Approved(), "anna"))
        .isEqualTo(new Answer.Changed(gate.id().toString()));
    assertThat(engine.look().state().settled()).isEmpty();
  }

  @Test
  void aHashThatOnlyBeginsTheSameIsAnother() {
    EngineController engine = EngineController.waiting("the table");
    Gate gate = engine.gate(GateKind.TABLE);
    String whole = gate.hash();
    char last = whole.charAt(63) == '0' ? '1' : '0';
    GateRef other = GateRef.of(gate.number(), whole.substring(0, 63) + last).orElseThrow();
    assertThat(control(engine).decide(other, new GateDecision.Approved(), "anna"))
        .isInstanceOf(Answer.Changed.class);
    assertThat(
            control(engine)
                .decide(
                    GateRef.of(gate.number(), whole).orElseThrow(),
                    new GateDecision.Approved(),
                    "anna"))
        .isEqualTo(new Answer.Taken());
  }

  @Test
  void answersInWordsReachTheGate() {
    EngineController engine = EngineController.working();
    engine.hear(
        RunSketch.A,
        new AgentSignal.Asked(
            new Question.Choice(
                "c",
                List.of(
                    new Question.Item("One?", List.of("a"), false),
                    new Question.Item("Two?", List.of("b"), false)))));
    Gate gate = engine.gate(GateKind.QUESTION);
    Control control = control(engine);
    assertThat(control.decide(ref(gate), new GateDecision.Answered(List.of("x")), "anna"))
        .isInstanceOf(Answer.Refused.class);
    assertThat(control.decide(ref(gate), new GateDecision.Answered(List.of("x", "y")), "anna"))
        .isEqualTo(new Answer.Taken());
  }

  @Test
  void tellsCancelsAndRetries() {
    EngineController engine = EngineController.working();
    Control control = control(engine);
    assertThat(control.tell(RunSketch.A, HOSTILE, "anna")).isEqualTo(new Answer.Taken());
    assertThat(control.retry(RunSketch.A, "anna")).isInstanceOf(Answer.Refused.class);
    assertThat(control.cancel(Optional.of(RunSketch.B), "", "anna")).isEqualTo(new Answer.Taken());
    assertThat(control.cancel(Optional.empty(), "enough", "anna")).isEqualTo(new Answer.Taken());
    assertThat(control.look().head().course().isCancelled()).isTrue();
  }

  @Test
  void aTableIsRevisedForWhoSawItAndForNobodyElse() {
    EngineController engine = EngineController.waiting("the table");
    Control control = control(engine);
    Gate first = engine.gate(GateKind.TABLE);
    List<TableEdit> edits =
        List.of(
            new TableEdit.Agent(new PhaseId("1A"), new AgentId("codex")),
            new TableEdit.Launch(new PhaseId("1B"), LaunchMode.ASK),
            new TableEdit.MergeFirst(new PhaseId("1B"), new PhaseId("1A")));
    assertThat(control.revise(ref(first), edits, "ben")).isEqualTo(new Answer.Taken());
    Gate second = engine.gate(GateKind.TABLE);
    assertThat(second.shown())
        .isEqualTo("Revised by ben: 1A agent codex; 1B launch ask; 1B merges before 1A");
    assertThat(engine.look().state().revisions().getLast().edits()).isEqualTo(edits);
    Answer.Changed changed = new Answer.Changed(second.id().toString());
    assertThat(control.decide(ref(first), new GateDecision.Approved(), "anna")).isEqualTo(changed);
    assertThat(control.revise(ref(first), edits.subList(1, 2), "anna")).isEqualTo(changed);
    assertThat(control.revise(ref(first), edits, "ben")).isEqualTo(new Answer.TakenBefore());
    List<TableEdit> unsound =
        List.of(new TableEdit.Agent(new PhaseId("1A"), new AgentId("nobody")));
    assertThat(control.revise(ref(first), unsound, "ben")).isEqualTo(changed);
    assertThat(control.revise(ref(second), unsound, "ben"))
        .isEqualTo(new Answer.Refused("expected somebody\nfound nobody"));
    control.decide(ref(second), new GateDecision.Approved(), "anna");
    assertThat(control.revise(ref(second), edits, "ben")).isInstanceOf(Answer.DecidedBefore.class);
    assertThat(control.revise(ref(first), edits, "eve")).isInstanceOf(Answer.DecidedBefore.class);
  }
}
