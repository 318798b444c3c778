package dev.signalbox.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictRulesTest {

  private static PairVerdict pair(String a, String b) {
    return pair(a, b, RepositoryFacts.NONE);
  }

  private static PairVerdict pair(String a, String b, RepositoryFacts facts) {
    VerdictAnalyzer.Result result =
        PlanText.analyze("## Phase A: a\n" + a + "\n## Phase B: b\n" + b + "\n", facts);
    return PlanText.verdict(result.table().orElseThrow(), "A", "B");
  }

  private static void assertRule(PairVerdict pair, Rule rule) {
    assertThat(pair.rule()).isEqualTo(rule);
    assertThat(pair.verdict()).isEqualTo(rule.verdict());
    assertThat(pair.evidence().isEmpty()).isEqualTo(rule == Rule.INDEPENDENT);
  }

  private static List<Problem> problems(String text) {
    return PlanText.analyze(text).problems();
  }

  @Test
  void ordersWhatThePlanOrders() {
    PairVerdict pair = pair("- touches: a/x", "- touches: b/x\n- after: A");
    assertRule(pair, Rule.EXPLICIT_ORDER);
    assertThat(pair.evidence().getFirst()).isEqualTo("B comes after A (p.md:5:10)");
  }

  @Test
  void ordersAReaderAfterItsWriterInEitherDirection() {
    assertRule(
        pair("- touches: src/m/**", "- touches: b/x\n- reads: src/m/Order.java"),
        Rule.READS_OUTPUT);
    PairVerdict backward =
        pair("- touches: a/x\n- reads: api:v2", "- touches: b/x\n- produces: api:v2");
    assertRule(backward, Rule.READS_OUTPUT);
    assertThat(backward.evidence().getFirst()).isEqualTo("B produces api:v2, A reads it");
  }

  @Test
  void ordersResearchFirst() {
    assertRule(pair("- touches: a/x\n- informs: B", "- touches: b/x"), Rule.RESEARCH_FIRST);
  }

  @Test
  void keepsPhasesApartThatShareAFileGitCannotMerge() {
    assertRule(pair("- touches: img/logo.png", "- touches: img/**"), Rule.UNMERGEABLE_FILES);
    RepositoryFacts facts = PlanText.facts(List.of("data/x.bin"), "data/x.bin");
    assertRule(pair("- touches: data/**", "- touches: data/*.bin", facts), Rule.UNMERGEABLE_FILES);
    assertRule(pair("- touches: data/**", "- touches: data/*.bin"), Rule.SHARED_FILES);
  }

  @Test
  void keepsAPhaseWithoutABranchApartFromWhatItTouches() {
    assertRule(pair("- touches: a/**\n- branch: none", "- touches: a/x"), Rule.UNMERGEABLE_FILES);
    assertRule(pair("- touches: a/**\n- branch: none", "- touches: b/x"), Rule.INDEPENDENT);
  }

  @Test
  void keepsPhasesApartThatModifyOneClassOfInfrastructure() {
    assertRule(
        pair("- touches: db/migrations/1.sql", "- touches: svc/migrations/2.sql"),
        Rule.SHARED_INFRASTRUCTURE);
    assertRule(
        pair("- touches: db/migrations/1.sql", "- touches: .github/workflows/ci.yml"),
        Rule.INDEPENDENT);
    assertRule(
        pair(
            "- touches: a/x\n- infrastructure: ci-config",
            "- touches: b/x\n- infrastructure: ci-config"),
        Rule.SHARED_INFRASTRUCTURE);
    assertRule(
        pair(
            "- touches: db/migrations/1.sql\n- infrastructure: none",
            "- touches: db/migrations/2.sql"),
        Rule.SHARED_DIRECTORY);
  }

  @Test
  void countsProducedFilesAsModifyingInfrastructure() {
    assertRule(
        pair("- touches: a/x\n- produces: db/migrations/1.sql", "- touches: db/migrations/2.sql"),
        Rule.SHARED_INFRASTRUCTURE);
  }

  @Test
  void takesAClassOnlyFromATouchThatLiesWhollyInside() {
    String plan =
        "## Phase A: a\n- touches: src/order/api/**\n## Phase B: b\n- touches: db/migrations/1.sql\n";
    VerdictAnalyzer.Result result = PlanText.analyze(plan);
    assertRule(PlanText.verdict(result.table().orElseThrow(), "A", "B"), Rule.INDEPENDENT);
    assertThat(result.problems())
        .singleElement()
        .satisfies(p -> {
          assertThat(p.code()).isEqualTo(ErrorCode.PLAN_INFRASTRUCTURE_PARTIAL);
          assertThat(p.isError()).isFalse();
          assertThat(p.position()).hasToString("p.md:2:12");
        });
  }

  @Test
  void impliesOrderThroughOthers() {
    VerdictTable table =
        PlanText.analyze(
                "## Phase A: a\n- touches: a/x\n## Phase B: b\n- touches: b/x\n- after: A\n## Phase C: c\n- touches: a/x\n- after: B\n")
            .table()
            .orElseThrow();
    PairVerdict pair = PlanText.verdict(table, "A", "C");
    assertRule(pair, Rule.IMPLIED_ORDER);
    assertThat(pair.evidence()).containsExactly("A → B → C");
    assertThat(table.pairs(false, 100).listed())
        .extracting(p -> p.a() + "" + p.b())
        .containsExactly("AB", "BC");
    assertThat(table.pairs(true, 100).listed()).hasSize(3);
  }

  @Test
  void givesAMergeOrderToPhasesThatShareFilesOrAFolder() {
    PairVerdict files = pair("- touches: src/**, pom.xml", "- touches: lib/**, pom.xml");
    assertRule(files, Rule.SHARED_FILES);
    assertThat(files.evidence())
        .containsExactly(
            "both touch pom.xml",
            "hot file (build manifest): most real conflicts are in such files");
    assertRule(pair("- touches: src/a/X.java", "- touches: src/a/*.md"), Rule.SHARED_DIRECTORY);
    assertRule(pair("- touches: README.md", "- touches: NOTICE"), Rule.INDEPENDENT);
    assertRule(pair("- touches: src/a/sub/**", "- touches: src/a/X.java"), Rule.INDEPENDENT);
  }

  @Test
  void showsAFileOfTodayWhereOneProvesTheMeeting() {
    RepositoryFacts facts = PlanText.facts(List.of("src/a/Real.java"));
    assertThat(pair("- touches: src/**", "- touches: **/*.java", facts).evidence().getFirst())
        .isEqualTo("A touches src/**, B touches **/*.java; both match src/a/Real.java");
  }

  @Test
  void countsACodePhaseWithoutTouchesAsTouchingEverything() {
    assertRule(pair("- exec: tdd", "- touches: x/y"), Rule.SHARED_FILES);
    assertRule(pair("- exec: spike\n- deliverable: analysis", "- touches: x/y"), Rule.INDEPENDENT);
  }

  @Test
  void readsALiteralThatNamesAFolderAsTheFolder() {
    assertRule(pair("- touches: src/review", "- touches: src/review/X.java"), Rule.SHARED_FILES);
    VerdictAnalyzer.Result result =
        PlanText.analyze(
            "## Phase A: a\n- touches: src/review\n- infrastructure: none\n",
            PlanText.facts(List.of("src/review/X.java")));
    assertThat(result.problems())
        .extracting(Problem::code)
        .containsExactly(ErrorCode.PLAN_TOUCH_FOLDER);
  }

  @Test
  void reportsAStatedCycleWithItsPath() {
    VerdictAnalyzer.Result result =
        PlanText.analyze(
            "## Phase A: a\n- touches: a\n- after: C\n## Phase B: b\n- touches: b\n- after: A\n## Phase C: c\n- touches: c\n- reads: api:x\n- after: B\n");
    assertThat(result.table()).isEmpty();
    assertThat(result.problems())
        .singleElement()
        .satisfies(p -> {
          assertThat(p.code()).isEqualTo(ErrorCode.PLAN_CYCLE);
          assertThat(p.message()).endsWith("found A → B → C → A");
          assertThat(p.position().line()).isEqualTo(6);
        });
  }

  @Test
  void reportsAPhaseAfterItself() {
    assertThat(problems("## Phase A: a\n- touches: a\n- after: A\n"))
        .extracting(Problem::code)
        .containsExactly(ErrorCode.PLAN_CYCLE);
  }

  @Test
  void turnsMutualFileReadsIntoExclusionInThePlansOrder() {
    VerdictAnalyzer.Result result =
        PlanText.analyze(
            "## Phase A: a\n- touches: a/x\n- reads: b/**\n## Phase B: b\n- touches: b/x\n- reads: a/**\n");
    VerdictTable table = result.table().orElseThrow();
    assertRule(PlanText.verdict(table, "A", "B"), Rule.READS_OUTPUT);
    assertThat(table.rank(0)).isLessThan(table.rank(1));
    assertThat(table.prerequisites(1)).containsExactly(0);
    assertThat(result.problems())
        .extracting(Problem::code)
        .containsExactly(ErrorCode.PLAN_READS_CYCLE);
  }

  @Test
  void letsAStatedOrderBeatAReadThatContradictsIt() {
    VerdictAnalyzer.Result result =
        PlanText.analyze(
            "## Phase A: a\n- touches: a/x\n- reads: b/**\n## Phase B: b\n- touches: b/x\n- after: A\n");
    VerdictTable table = result.table().orElseThrow();
    assertRule(PlanText.verdict(table, "A", "B"), Rule.EXPLICIT_ORDER);
    assertThat(table.prerequisites(1)).containsExactly(0);
    assertThat(result.problems()).isEmpty();
  }

  @Test
  void keepsResearchStatedWhereAReadAgreesWithIt() {
    VerdictAnalyzer.Result result =
        PlanText.analyze(
            """
            ## Phase A: a
            - touches: a/x
            - informs: B
            - reads: c/**
            ## Phase B: b
            - touches: b/x
            - reads: a/**
            ## Phase C: c
            - touches: c/x
            - reads: b/**
            """);
    VerdictTable table = result.table().orElseThrow();
    assertRule(PlanText.verdict(table, "A", "B"), Rule.READS_OUTPUT);
    assertThat(table.prerequisites(1)).contains(0);
    assertThat(result.problems())
        .extracting(Problem::code)
        .containsExactly(ErrorCode.PLAN_READS_CYCLE);
  }

  @Test
  void refusesAPlanInWhichEverybodyReadsEverybody() {
    StringBuilder plan = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      plan.append("## Phase P" + i + ": x\n- touches: b/x" + i + "\n- reads: b/**\n");
    }
    VerdictAnalyzer.Result result = PlanText.analyze(plan.toString());
    assertThat(result.table()).isEmpty();
    assertThat(result.problems().getLast().code()).isEqualTo(ErrorCode.PLAN_TOO_ENTANGLED);
  }

  @Test
  void ordersSymmetricPairsByDirectedEdgesFirst() {
    VerdictTable table =
        PlanText.analyze(
                "## Phase A: a\n- touches: x/migrations/1\n- after: C\n## Phase B: b\n- touches: x/migrations/2\n## Phase C: c\n- touches: c/c\n- after: B\n")
            .table()
            .orElseThrow();
    assertRule(PlanText.verdict(table, "A", "B"), Rule.SHARED_INFRASTRUCTURE);
    assertThat(table.rank(1)).isLessThan(table.rank(0));
  }

  @Test
  void letsAPersonOverruleAndKeepsTheReason() {
    String phases =
        "## Phase A: a\n- touches: m/migrations/1\n## Phase B: b\n- touches: m/migrations/2\n";
    VerdictTable table =
        PlanText.analyze("---\noverrule: A+B parallel because they are additive\n---\n" + phases)
            .table()
            .orElseThrow();
    PairVerdict pair = PlanText.verdict(table, "A", "B");
    assertThat(pair.verdict()).isEqualTo(Verdict.PARALLEL);
    assertThat(pair.rule()).isEqualTo(Rule.SHARED_INFRASTRUCTURE);
    assertThat(pair.evidence().getFirst())
        .isEqualTo("overruled by the plan at line 2: parallel because they are additive");
    assertThat(table.prerequisites(1)).isEmpty();
    assertThat(table.pairs(false, 10).listed()).hasSize(1);
  }

  @Test
  void takesADerivedEdgeOutWhenOverruledAndKeepsOthersOfTheGroup() {
    VerdictTable table =
        PlanText.analyze(
                "---\noverrule: A+B parallel because x\n---\n## Phase A: a\n- touches: m/migrations/1\n## Phase B: b\n- touches: m/migrations/2\n- reads: m/migrations/1\n## Phase C: c\n- touches: m/migrations/3\n")
            .table()
            .orElseThrow();
    assertThat(table.prerequisites(1)).isEmpty();
    assertThat(table.prerequisites(2)).containsExactly(0, 1);
    assertThat(PlanText.verdict(table, "A", "B").rule()).isEqualTo(Rule.READS_OUTPUT);
  }

  @Test
  void refusesToOverruleAStatedOrImpliedOrder() {
    assertThat(
            problems(
                "---\noverrule: A+B parallel because x\n---\n## Phase A: a\n- touches: a\n## Phase B: b\n- touches: b\n- after: A\n"))
        .extracting(Problem::code)
        .containsExactly(ErrorCode.PLAN_OVERRULE_INVALID);
    assertThat(
            problems(
                "---\noverrule: A+C parallel because x\n---\n## Phase A: a\n- touches: a\n## Phase B: b\n- touches: b\n- after: A\n## Phase C: c\n- touches: c\n- after: B\n"))
        .extracting(Problem::code)
        .containsExactly(ErrorCode.PLAN_OVERRULE_INVALID);
  }

  @Test
  void ordersAPairThatAPersonDeclaresSequential() {
    VerdictTable table =
        PlanText.analyze(
                "---\noverrule: B+A sequential because of the release\n---\n## Phase A: a\n- touches: a\n## Phase B: b\n- touches: b\n")
            .table()
            .orElseThrow();
    assertThat(PlanText.verdict(table, "A", "B").verdict()).isEqualTo(Verdict.SEQUENTIAL);
    assertThat(table.prerequisites(0)).containsExactly(1);
  }
}
