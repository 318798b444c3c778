package dev.signalbox.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.AgentAvailability;
import dev.signalbox.agent.AgentCatalogue;
import dev.signalbox.agent.AgentPreference;
import dev.signalbox.agent.AgentRouter;
import dev.signalbox.agent.yaml.AgentCatalogueFile;
import dev.signalbox.approval.Answer;
import dev.signalbox.approval.GateKind;
import dev.signalbox.approval.TableEdit;
import dev.signalbox.check.CheckResult;
import dev.signalbox.check.PlanCheck;
import dev.signalbox.check.Surroundings;
import dev.signalbox.config.Config;
import dev.signalbox.engine.Bounds;
import dev.signalbox.engine.Decision;
import dev.signalbox.engine.Engine;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.prompt.PromptPlace;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.verdict.PlanText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A revised run is what the first code makes of the plan with the edits. */
class RevisedRunTest {
  private static final String PLAN =
      """
      ---
      topic: cards
      project: shop
      issue: SHOP-1
      verify: sh check.sh
      ---
      # Cards

      ## Phase 1A: Numbers (SHOP-2)
      - exec: tdd
      - touches: src/a, CHANGELOG.md
      - estimate: $2, 30m

      ## Phase 1B: Balance (SHOP-3)
      - exec: pair
      - touches: src/b, CHANGELOG.md
      - estimate: $2, 30m

      ## Phase 1C: Looks (SHOP-5)
      - exec: tdd
      - touches: web/looks
      - estimate: $2, 30m

      ## Phase 2A: Buying (SHOP-4)
      - exec: quick
      - touches: web/c
      - after: 1A
      - estimate: $2, 30m

      ## Phase 2B: Sending (SHOP-6)
      - exec: quick
      - touches: web/d
      - after: 1A
      - estimate: $2, 30m
      """;

  private static final AgentCatalogue AGENTS = AgentCatalogueFile.shipped();
  private static final PromptPlace PLACE = new PromptPlace("shop", "/shop", "plan.md");
  private static final String WALLS = "No sandbox.";
  private static final PhaseId A = new PhaseId("1A");
  private static final PhaseId B = new PhaseId("1B");
  private static final PhaseId C = new PhaseId("2A");

  private final CheckResult checked =
      PlanCheck.check(
          PlanText.read(PLAN),
          new Config(Map.of(), PlanText.CLASSES, AgentPreference.NONE),
          AGENTS,
          Surroundings.NONE);
  private RunState run = opened();

  private RunState opened() {
    assertThat(checked.hasErrors()).as("%s", checked.problems()).isFalse();
    RunSpec spec =
        RunSpecs.of(
            checked,
            checked.analysis().orElseThrow(),
            PLACE,
            new RunChoice(
                new RunId("cards-1"),
                new RunChoice.Place("/shop/plan.md", "h", "/shop", List.of(".env")),
                Bounds.of(3, Optional.empty()),
                new RunChoice.Approved(Set.of()),
                RunChoice.Services.NONE,
                WALLS,
                Set.of()));
    return give(RunState.before(0), new Input.OpenRun(spec, "ann", false)).state();
  }

  private static Decision give(RunState state, Input input) {
    return Engine.decide(state, Instant.EPOCH, input);
  }

  private EditedTable.Outcome edited(List<TableEdit> edits) {
    Map<AgentId, AgentAvailability> known =
        Map.of(
            new AgentId("gemini"),
            AgentAvailability.missing("no gemini on the PATH", Optional.of("npm i gemini")));
    return EditedTable.of(
        checked,
        run.spec().orElseThrow(),
        TableEdits.of(run.revisions(), edits),
        AGENTS,
        new AgentRouter(AGENTS, AgentPreference.NONE, known));
  }

  private RunSpec revise(String who, TableEdit... edits) {
    EditedTable.Outcome edited = edited(List.of(edits));
    assertThat(edited.problems()).isEmpty();
    RunSpec spec = RevisedRun.of(run, edited.result(), PLACE, WALLS, List.of(edits), who);
    var table =
        run.gates().values().stream()
            .filter(gate -> gate.kind() == GateKind.TABLE)
            .findFirst()
            .orElseThrow();
    Decision decision =
        give(run, new Input.Revise(table.number(), table.hash(), spec, List.of(edits), who));
    assertThat(decision.answer()).isEqualTo(new Answer.Taken());
    run = decision.state();
    return spec;
  }

  private static SessionSpec of(RunSpec spec, PhaseId phase) {
    return spec.sessions().stream()
        .filter(it -> it.phase().equals(phase))
        .findFirst()
        .orElseThrow();
  }

  private static TableEdit agent(PhaseId phase, String agent) {
    return new TableEdit.Agent(phase, new AgentId(agent));
  }

  @Test
  void anotherAgentBringsItsBranchItsPromptAndItsRowAndNothingElse() {
    RunSpec before = run.spec().orElseThrow();
    RunSpec after = revise("bob", agent(A, "codex"));
    SessionSpec numbers = of(after, A);
    assertThat(numbers.handling().agent()).isEqualTo(new AgentId("codex"));
    assertThat(numbers.handling().branch()).startsWith("codex/");
    assertThat(numbers.prompt()).isNotEqualTo(of(before, A).prompt()).contains("codex/");
    assertThat(of(after, B)).isEqualTo(of(before, B));
    assertThat(of(after, C)).isEqualTo(of(before, C));
    assertThat(after.table())
        .startsWith("Revised by bob: 1A agent claude -> codex\n\n")
        .contains("S-A: codex, chosen in the table");
    assertThat(after.target()).isEqualTo(before.target());
    assertThat(checked.plan().phases().getFirst().handling().agent()).isEmpty();
  }

  @Test
  void anotherPermissionIsInTheTableAndInThePrompt() {
    RunSpec after = revise("bob", new TableEdit.Launch(A, LaunchMode.PLAN));
    assertThat(of(after, A).handling().launch()).isEqualTo(LaunchMode.PLAN);
    assertThat(of(after, A).prompt()).contains("Plan mode");
    assertThat(after.table()).startsWith("Revised by bob: 1A launch bypass -> plan");
  }

  @Test
  void theMergeOrderIsTheOneThatWasAskedForAndRowsKeepTheirNames() {
    assertThat(of(run.spec().orElseThrow(), B).mergesAfter()).containsExactly(new SessionId("S-A"));
    RunSpec after = revise("bob", new TableEdit.MergeFirst(B, A));
    assertThat(of(after, A).mergesAfter()).containsExactly(new SessionId("S-B"));
    assertThat(of(after, B).mergesAfter()).isEmpty();
    assertThat(of(after, A).id()).isEqualTo(new SessionId("S-A"));
    assertThat(after.table())
        .containsPattern("S-A .* 2\\s*\\n")
        .containsPattern("S-B .* 1\\s*\\n")
        .contains("parallel with branches, 1B first");
  }

  @Test
  void anOrderIsKeptAlsoWhereTheTwoShareNothing() {
    PhaseId looks = new PhaseId("1C");
    assertThat(of(run.spec().orElseThrow(), A).mergesAfter()).isEmpty();
    RunSpec after = revise("bob", new TableEdit.MergeFirst(looks, A));
    // 1A gives way to 1C and so to 1B, which stood between them.
    assertThat(of(after, A).mergesAfter())
        .containsExactlyInAnyOrder(of(after, looks).id(), of(after, B).id());
  }

  @Test
  void revisionsAddUpAndALaterOneTakesThePlaceOfAnEarlierOne() {
    revise("bob", agent(A, "codex"), new TableEdit.MergeFirst(B, A));
    RunSpec after = revise("ann", agent(A, "scripted"), new TableEdit.Launch(B, LaunchMode.ASK));
    assertThat(of(after, A).handling().agent()).isEqualTo(new AgentId("scripted"));
    assertThat(of(after, B).handling().launch()).isEqualTo(LaunchMode.ASK);
    assertThat(of(after, A).mergesAfter()).containsExactly(new SessionId("S-B"));
    assertThat(after.table())
        .startsWith(
            """
            Revised by bob: 1A agent claude -> codex; 1B merges before 1A
            Revised by ann: 1A agent codex -> scripted; 1B launch plan -> ask

            """);
    RunSpec back = revise("ann", new TableEdit.MergeFirst(A, B));
    assertThat(of(back, B).mergesAfter()).containsExactly(new SessionId("S-A"));
    assertThat(of(back, A).mergesAfter()).isEmpty();
  }

  @Test
  void allThatIsInTheWayIsToldAtOnce() {
    EditedTable.Outcome outcome =
        edited(
            List.of(
                agent(A, "nobody"),
                agent(C, "gemini"),
                new TableEdit.Launch(new PhaseId("9Z"), LaunchMode.ASK)));
    assertThat(outcome.problems())
        .hasSize(3)
        .anyMatch(it ->
            it.startsWith("9Z: expected a phase of the run (1A, 1B, 1C, 2A, 2B), found another"))
        .anyMatch(it -> it.contains("phase 1A: expected an agent of the catalogue, found nobody"))
        .anyMatch(it -> it.contains("phase 2A: expected gemini ready to work here"));
    assertThat(outcome.result()).isEqualTo(checked);
    assertThat(edited(List.of(new TableEdit.MergeFirst(C, A))).problems())
        .singleElement()
        .asString()
        .contains("EXPLICIT_ORDER");
    assertThat(
            edited(List.of(new TableEdit.MergeFirst(A, B), new TableEdit.MergeFirst(B, A)))
                .problems())
        .singleElement()
        .asString()
        .contains("circle");
  }

  @Test
  void aModeThatTheAgentCannotDoIsRefused() {
    assertThat(edited(List.of(agent(A, "copilot-cli"), new TableEdit.Launch(A, LaunchMode.PLAN))))
        .extracting(EditedTable.Outcome::problems)
        .asString()
        .contains("found copilot-cli, which cannot do plan mode: it shows no plan to approve");
  }

  @Test
  void whatIsSoAlreadyIsNoEditAndOnePhaseHasOneAgent() {
    RunSpec open = run.spec().orElseThrow();
    assertThat(
            TableEdits.changing(
                open,
                List.of(
                    agent(A, "claude"),
                    new TableEdit.Launch(A, LaunchMode.BYPASS),
                    new TableEdit.MergeFirst(A, B))))
        .isEmpty();
    assertThat(TableEdits.contradictions(List.of(agent(A, "codex"), agent(A, "gemini"))))
        .containsExactly("1A: expected one agent, found codex and gemini");
  }

  /** A person's name ends no line: it could look like a line of the table. */
  @Test
  void aNameWithALineFeedAddsNoLine() {
    RunSpec after = revise("eve\nVerify: nothing", agent(A, "codex"));
    assertThat(after.table().lines().findFirst().orElseThrow()).contains("1A agent");
    assertThat(revise("bob", agent(A, "scripted")).table().lines().limit(3))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("Revised by eve"),
            second -> assertThat(second).startsWith("Revised by bob"),
            third -> assertThat(third).isEmpty());
  }
}
