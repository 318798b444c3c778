package dev.signalbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Answer;
import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.session.SessionId;
import dev.signalbox.verdict.ArtifactClass.Kind;
import dev.signalbox.workspace.LandOutcome;
import dev.signalbox.workspace.TakeInOutcome;
import dev.signalbox.workspace.Touched;
import dev.signalbox.workspace.VerifyOutcome;
import dev.signalbox.workspace.WorkLook;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two sessions change one artifact, and git would merge them without a word. */
class OverlapRulesTest {
  private static final String MIGRATIONS = "db/migrations/**";

  private static Example two() {
    return Example.of("S-A S-B").artifact("db-schema", Kind.INFRASTRUCTURE, MIGRATIONS);
  }

  /**
   * Its work is taken in as the hands do it: what they ask about is what the rules want to know.
   */
  private static EngineRun handsIn(EngineRun run, String id, String path, String... contained) {
    run.completes(id).seen(id, EngineRun.goodLook()).exits(id, 0);
    var taken = new TakeInOutcome.TakenIn("tip-" + id, List.of("src/" + id, path));
    var question = WorkQuestions.of(run.state(), new SessionId(id), taken);
    List<Touched> touched =
        question.artifacts().entrySet().stream()
            .map(each -> new Touched(each.getKey(), each.getValue(), 0, "+ as " + id + " has it"))
            .toList();
    List<SessionId> below = List.of(contained).stream().map(SessionId::new).toList();
    run.give(
        new Input.TakenIn(
            run.cause(id),
            new SessionId(id),
            taken,
            new WorkLook.Seen(touched, below, Optional.empty())));
    return run;
  }

  private static EngineRun working(Example example) {
    return example.open().working("S-A").working("S-B");
  }

  /** S-A waits to merge, S-B hands in; both added a migration. */
  static EngineRun met() {
    EngineRun run = working(two());
    handsIn(run, "S-A", "db/migrations/7_carts.sql");
    return handsIn(run, "S-B", "db/migrations/8_prices.sql");
  }

  @Test
  void twoMigrationsWithDifferentNamesHaltBoth() {
    EngineRun run = met();
    assertThat(run.word("S-A")).isEqualTo("Halted");
    assertThat(run.word("S-B")).isEqualTo("Halted");
    Gate gate = run.gate(GateKind.SEMANTIC);
    assertThat(gate.title()).isEqualTo("S-B and S-A both changed db-schema");
    assertThat(gate.shown())
        .contains(
            "All files of one class of shared infrastructure are one artifact",
            "db-schema is db/migrations/**",
            "Approach of S-B: SHOP-B, phase 1B, by scripted",
            "db/migrations/8_prices.sql",
            "+ as S-B has it",
            "Approach of S-A: SHOP-A",
            "db/migrations/7_carts.sql",
            "+ as S-A has it",
            "```untrusted");
  }

  @Test
  void approvedBothGoOnAsTheyStandAndAreNotAskedAgain() {
    EngineRun run = met();
    run.approve(GateKind.SEMANTIC);
    assertThat(run.said("S-A")).isEmpty();
    assertThat(run.said("S-B")).isEmpty();
    run.merges("S-A");
    assertThat(run.word("S-A")).isEqualTo("Merged");
    run.computed("S-B").checked("S-B", new VerifyOutcome.Passed());
    run.landed("S-B", new LandOutcome.Landed());
    assertThat(run.word("S-B")).isEqualTo("Merged");
    assertThat(run.hasGate(GateKind.SEMANTIC)).isFalse();
  }

  @Test
  void oneIsKeptAndTheOtherEnds() {
    EngineRun run = met();
    run.decide(GateKind.SEMANTIC, new GateDecision.Answered(List.of("keep S-B: one price list")));
    assertThat(run.at("S-A").state())
        .isEqualTo(new SessionState.Abandoned("ann chose S-B (SHOP-B): one price list"));
    run.merges("S-B");
    assertThat(run.word("S-B")).isEqualTo("Merged");
  }

  @Test
  void wordsAreSaidToBothAndBothWorkOn() {
    EngineRun run = met();
    run.decide(GateKind.SEMANTIC, new GateDecision.Answered(List.of("prices go into carts")));
    assertThat(run.at("S-A").state().toString()).contains("prices go into carts");
    assertThat(run.at("S-B").state().toString()).contains("prices go into carts");
  }

  @Test
  void rejectedBothEnd() {
    EngineRun run = met();
    run.reject(GateKind.SEMANTIC, "neither");
    assertThat(run.word("S-A")).isEqualTo("Abandoned");
    assertThat(run.word("S-B")).isEqualTo("Abandoned");
  }

  @Test
  void whatIsMergedStaysAndTheSecondIsHeld() {
    EngineRun run = working(two());
    handsIn(run, "S-A", "db/migrations/7_carts.sql").merges("S-A");
    handsIn(run, "S-B", "db/migrations/8_prices.sql");
    assertThat(run.word("S-A")).isEqualTo("Merged");
    assertThat(run.word("S-B")).isEqualTo("Halted");
    assertThat(run.gate(GateKind.SEMANTIC).sessions()).containsExactly(new SessionId("S-B"));
    assertThat(run.gate(GateKind.SEMANTIC).shown()).contains("It is merged already.");
    run.approve(GateKind.SEMANTIC);
    assertThat(run.word("S-B")).isEqualTo("MergeReady");
  }

  @Test
  void whatIsLandingLands() {
    EngineRun run = working(two());
    handsIn(run, "S-A", "db/migrations/7_carts.sql").computed("S-A");
    run.checked("S-A", new VerifyOutcome.Passed());
    handsIn(run, "S-B", "db/migrations/8_prices.sql");
    run.landed("S-A", new LandOutcome.Landed());
    assertThat(run.word("S-A")).isEqualTo("Merged");
    assertThat(run.word("S-B")).isEqualTo("Halted");
  }

  @Test
  void workOnTopOfTheOthersIsNone() {
    EngineRun run = working(two());
    handsIn(run, "S-A", "db/migrations/7_carts.sql").merges("S-A");
    handsIn(run, "S-B", "db/migrations/8_prices.sql", "S-A");
    assertThat(run.hasGate(GateKind.SEMANTIC)).isFalse();
    assertThat(run.word("S-B")).isEqualTo("MergeReady");
  }

  @Test
  void whatThePlanSaidIsNotAskedAgain() {
    EngineRun run =
        working(
            Example.of("S-A S-B")
                .artifact("db-schema", Kind.INFRASTRUCTURE, MIGRATIONS, "S-A", "S-B"));
    handsIn(run, "S-A", "db/migrations/7_carts.sql");
    handsIn(run, "S-B", "db/migrations/8_prices.sql");
    assertThat(run.hasGate(GateKind.SEMANTIC)).isFalse();
  }

  @Test
  void thatOneOfThemSaidSoIsNotEnough() {
    EngineRun run =
        working(
            Example.of("S-A S-B").artifact("db-schema", Kind.INFRASTRUCTURE, MIGRATIONS, "S-A"));
    handsIn(run, "S-A", "db/migrations/7_carts.sql");
    handsIn(run, "S-B", "db/migrations/8_prices.sql");
    assertThat(run.hasGate(GateKind.SEMANTIC)).isTrue();
  }

  @Test
  void filesOfOneClassThatAreNoInfrastructureMeetOneByOne() {
    Example example = Example.of("S-A S-B").artifact("API description", Kind.FILE, "**/*.proto");
    EngineRun apart = working(example);
    handsIn(apart, "S-A", "carts.proto");
    handsIn(apart, "S-B", "prices.proto");
    assertThat(apart.hasGate(GateKind.SEMANTIC)).isFalse();
    EngineRun same = working(example);
    handsIn(same, "S-A", "shop.proto");
    handsIn(same, "S-B", "shop.proto");
    assertThat(same.gate(GateKind.SEMANTIC).title())
        .isEqualTo("S-B and S-A both changed API description shop.proto");
  }

  @Test
  void aFileThatBothTouchInThePlanIsForeseen() {
    Example example = Example.of("S-A S-B").artifact("API description", Kind.FILE, "**/*.proto");
    EngineRun run = working(example.touching("*.proto"));
    handsIn(run, "S-A", "shop.proto");
    handsIn(run, "S-B", "shop.proto");
    assertThat(run.hasGate(GateKind.SEMANTIC)).isFalse();
  }

  @Test
  void aDeliverableThatAnotherChangesIsAsked() {
    EngineRun run =
        working(
            Example.of("S-A S-B")
                .artifact("deliverable of 1A", Kind.DELIVERABLE, "docs/report.md", "S-A"));
    handsIn(run, "S-A", "docs/report.md");
    handsIn(run, "S-B", "docs/report.md");
    assertThat(run.gate(GateKind.SEMANTIC).shown())
        .contains("What a phase says it produces is one artifact: the deliverable of 1A is");
  }

  @Test
  void theSameChangeTwiceIsNone() {
    EngineRun run = working(two());
    for (String id : List.of("S-A", "S-B")) {
      run.completes(id).seen(id, EngineRun.goodLook()).exits(id, 0);
      run.give(
          new Input.TakenIn(
              run.cause(id),
              new SessionId(id),
              new TakeInOutcome.TakenIn("tip-" + id, List.of("db/migrations/7.sql")),
              new WorkLook.Seen(
                  List.of(new Touched("db-schema", List.of("db/migrations/7.sql"), 0, "+ x")),
                  List.of(),
                  Optional.empty())));
    }
    assertThat(run.hasGate(GateKind.SEMANTIC)).isFalse();
  }

  @Test
  void whoIsLeftAloneGoesOn() {
    EngineRun run = met().cancels("S-A");
    assertThat(run.hasGate(GateKind.SEMANTIC)).isFalse();
    assertThat(run.word("S-B")).isEqualTo("MergeReady");
  }

  @Test
  void nothingElseIsDecidedAboutThemMeanwhile() {
    EngineRun run = working(two().reviewed());
    handsIn(run, "S-A", "db/migrations/7_carts.sql");
    assertThat(run.hasGate(GateKind.MERGE)).isTrue();
    handsIn(run, "S-B", "db/migrations/8_prices.sql");
    String gate = run.gate(GateKind.SEMANTIC).id().toString();
    String why = "S-A stands still, since others changed what it changed: decide gate %s first";
    assertThat(run.decide(GateKind.MERGE, new GateDecision.Approved()))
        .isEqualTo(new Answer.Refused(why.formatted(gate)));
    assertThat(run.give(new Input.Retry(new SessionId("S-A"), "ann")))
        .isEqualTo(new Answer.Refused(why.formatted(gate)));
    run.approve(GateKind.SEMANTIC);
    assertThat(run.word("S-A")).isEqualTo("InReview");
  }

  @Test
  void itsPullRequestIsOpenedWhenItGoesOn() {
    EngineRun run = working(two().pullRequests());
    handsIn(run, "S-A", "db/migrations/7_carts.sql").shown("S-A");
    handsIn(run, "S-B", "db/migrations/8_prices.sql");
    assertThat(Engine.outstanding(run.state())).noneMatch(Effect.OpenPullRequest.class::isInstance);
    run.approve(GateKind.SEMANTIC);
    assertThat(run.effects()).anyMatch(Effect.OpenPullRequest.class::isInstance);
  }

  @Test
  void whoLostItsIssueStandsStillAllTheSame() {
    EngineRun run = met().loses("S-B");
    run.approve(GateKind.SEMANTIC);
    assertThat(run.word("S-B")).isEqualTo("Halted");
    assertThat(run.word("S-A")).isEqualTo("MergeReady");
  }
}
