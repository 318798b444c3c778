package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.approval.TableEdit;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.session.SessionId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A table that is changed before it is approved takes the place of the one that was shown. */
class TableRulesTest {
  private static final List<TableEdit> EDITS = edits("codex");

  /** The same run, with another agent and mode of its first session. */
  static RunSpec revised(RunSpec spec, String agent, LaunchMode mode) {
    List<SessionSpec> sessions =
        spec.sessions().stream()
            .map(it -> it.id().value().equals("S-A") ? by(it, agent, mode) : it)
            .toList();
    RunSpec.Lineup lineup = spec.lineup();
    return new RunSpec(
        spec.run(),
        spec.source(),
        spec.target(),
        spec.bounds(),
        "Revised: " + agent + "\n" + spec.table(),
        new RunSpec.Lineup(
            sessions,
            lineup.batches(),
            lineup.author(),
            lineup.review(),
            lineup.artifacts(),
            lineup.elsewhere()));
  }

  private static SessionSpec by(SessionSpec it, String agent, LaunchMode mode) {
    SessionSpec.Handling handling = it.handling();
    return new SessionSpec(
        it.id(),
        it.phase(),
        it.issue(),
        it.work(),
        new SessionSpec.Handling(
            new AgentId(agent),
            mode,
            handling.name(),
            agent + "/shop-a",
            handling.model(),
            handling.effort(),
            handling.elsewhere()),
        it.order(),
        it.prompt() + " as " + agent);
  }

  private static Answer revise(EngineRun run, Gate seen, String agent) {
    RunSpec next = revised(run.state().spec().orElseThrow(), agent, LaunchMode.PLAN);
    return run.give(new Input.Revise(seen.number(), seen.hash(), next, edits(agent), "bob"));
  }

  private static List<TableEdit> edits(String agent) {
    return List.of(new TableEdit.Agent(new PhaseId("1A"), new AgentId(agent)));
  }

  @Test
  void anotherTableIsAskedAboutAndNothingIsDecided() {
    EngineRun run = Example.of("S-A S-B").asked();
    Gate first = run.gate(GateKind.TABLE);
    assertThat(revise(run, first, "codex")).isEqualTo(new Answer.Taken());
    assertThat(run.facts())
        .extracting(fact -> fact.getClass().getSimpleName())
        .containsExactly("TableRevised", "GateWithdrawn", "GateOpened");
    Gate second = run.gate(GateKind.TABLE);
    assertThat(second.hash()).isNotEqualTo(first.hash());
    assertThat(second.shown()).startsWith("Revised: codex");
    assertThat(run.state().settled()).isEmpty();
    assertThat(run.word("S-A")).isEqualTo("Planned");
    assertThat(run.state().revisions())
        .containsExactly(new Revision(first.number(), EDITS, "bob", run.now()));
  }

  @Test
  void theAgentAndModeOfTheApprovedTableStart() {
    EngineRun run = Example.of("S-A S-B").asked();
    revise(run, run.gate(GateKind.TABLE), "codex");
    run.approve(GateKind.TABLE);
    run.working("S-A");
    SessionSpec.Handling handling = run.at("S-A").spec().handling();
    assertThat(handling.agent()).isEqualTo(new AgentId("codex"));
    assertThat(handling.launch()).isEqualTo(LaunchMode.PLAN);
    assertThat(handling.branch()).isEqualTo("codex/shop-a");
    assertThat(run.state().promptOf(run.at("S-A"))).contains("as codex");
    assertThat(run.at("S-B").spec().handling().agent()).isEqualTo(new AgentId("scripted"));
  }

  @Test
  void whoDecidesOnTheOldTableIsToldToLookAgain() {
    EngineRun run = Example.of("S-A S-B").asked();
    Gate first = run.gate(GateKind.TABLE);
    revise(run, first, "codex");
    Gate second = run.gate(GateKind.TABLE);
    Answer approved =
        run.give(
            new Input.Decide(first.number(), first.hash(), new GateDecision.Approved(), "ann"));
    assertThat(approved).isEqualTo(new Answer.Changed(second.id().toString()));
    assertThat(run.facts()).isEmpty();
    assertThat(revise(run, first, "gemini")).isEqualTo(new Answer.Changed(second.id().toString()));
    assertThat(run.facts()).isEmpty();
    run.approve(GateKind.TABLE);
    Answer late =
        run.give(
            new Input.Decide(first.number(), first.hash(), new GateDecision.Approved(), "ann"));
    assertThat(late).isInstanceOf(Answer.DecidedBefore.class);
  }

  @Test
  void theSameRevisionASecondTimeChangesNothing() {
    EngineRun run = Example.of("S-A").asked();
    Gate first = run.gate(GateKind.TABLE);
    revise(run, first, "codex");
    assertThat(revise(run, first, "codex")).isEqualTo(new Answer.TakenBefore());
    assertThat(run.facts()).isEmpty();
  }

  @Test
  void anApprovedTableStays() {
    EngineRun run = Example.of("S-A S-B").estimate(2_000).asked();
    Gate table = run.gate(GateKind.TABLE);
    run.approve(GateKind.TABLE);
    // The money is asked about still, so nothing has started.
    assertThat(run.gate(GateKind.COST)).isNotNull();
    assertThat(revise(run, table, "codex")).isInstanceOf(Answer.DecidedBefore.class);
    assertThat(run.facts()).isEmpty();
  }

  @Test
  void onlyATableCanBeRevisedAndOnlyTheOneThatWasSeen() {
    EngineRun run = Example.of("S-A S-B").estimate(2_000).asked();
    assertThat(revise(run, run.gate(GateKind.COST), "codex")).isInstanceOf(Answer.Refused.class);
    Gate table = run.gate(GateKind.TABLE);
    RunSpec next = revised(run.state().spec().orElseThrow(), "codex", LaunchMode.PLAN);
    Answer answer = run.give(new Input.Revise(table.number(), "0".repeat(64), next, EDITS, "bob"));
    assertThat(answer).isEqualTo(new Answer.Changed(table.id().toString()));
    assertThat(run.facts()).isEmpty();
  }

  @Test
  void anotherRunIsNoRevision() {
    EngineRun run = Example.of("S-A S-B").asked();
    Gate table = run.gate(GateKind.TABLE);
    for (RunSpec other :
        List.of(
            Example.of("S-A", "S-B").spec(),
            Example.of("S-A S-B S-C").spec(),
            Example.of("S-A S-B").needs("S-B", "S-A").spec(),
            Example.of("S-A S-B").parallelMax(7).spec())) {
      Answer answer = run.give(new Input.Revise(table.number(), table.hash(), other, EDITS, "bob"));
      assertThat(answer).isInstanceOf(Answer.Refused.class);
      assertThat(run.facts()).isEmpty();
    }
    RunSpec same = Example.of("S-A S-B").spec();
    assertThat(run.give(new Input.Revise(table.number(), table.hash(), same, List.of(), "bob")))
        .isInstanceOf(Answer.Refused.class);
  }

  @Test
  void aSessionThatWasGivenUpBeforeStaysSo() {
    EngineRun run = Example.of("S-A S-B").asked();
    run.give(new Input.Cancel(new SessionId("S-B"), "ann", "not this one"));
    assertThat(revise(run, run.gate(GateKind.TABLE), "codex")).isEqualTo(new Answer.Taken());
    assertThat(run.word("S-B")).isEqualTo("Abandoned");
  }

  @Test
  void gateOneIsAskedAgainAboutWhatTheSessionsAreToldNow() {
    EngineRun run = Example.of("S-A S-B").reviewers(1, true, "one", "two").asked();
    Gate told = run.gate(GateKind.SPEC);
    run.approve(GateKind.SPEC);
    revise(run, run.gate(GateKind.TABLE), "codex");
    Gate again = run.gate(GateKind.SPEC);
    assertThat(again.shown()).contains("as codex").isNotEqualTo(told.shown());
    revise(run, run.gate(GateKind.TABLE), "gemini");
    assertThat(run.gate(GateKind.SPEC).shown()).contains("as gemini");
    assertThat(run.state().gates().values().stream().filter(it -> it.kind() == GateKind.SPEC))
        .hasSize(1);
  }

  @Test
  void aMergeOrderOfThePersonIsKept() {
    EngineRun run = Example.of("S-A S-B").asked();
    Gate table = run.gate(GateKind.TABLE);
    RunSpec next = Example.of("S-A S-B").mergesAfter("S-A", "S-B").spec();
    List<TableEdit> order = List.of(new TableEdit.MergeFirst(new PhaseId("1B"), new PhaseId("1A")));
    assertThat(run.give(new Input.Revise(table.number(), table.hash(), next, order, "bob")))
        .isEqualTo(new Answer.Taken());
    assertThat(run.at("S-A").spec().mergesAfter()).containsExactly(new SessionId("S-B"));
    assertThat(run.state().revisions().getLast().words()).isEqualTo("1B merges before 1A");
    assertThat(run.gate(GateKind.TABLE).number()).isNotEqualTo(table.number());
  }
}
