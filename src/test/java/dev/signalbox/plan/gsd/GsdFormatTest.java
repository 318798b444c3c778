package dev.signalbox.plan.gsd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PlanReading;
import dev.signalbox.plan.PlanSource;
import dev.signalbox.plan.SourceCounts;
import dev.signalbox.plan.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GsdFormatTest {
  private static final String BODY =
      """

      <objective>
      Add the order store. It is small.

      Purpose: Carts need it, e.g. for totals.

      Output: `src/order.ts`
      </objective>

      <context>
      @.planning/STATE.md
      @src/cart.ts
      </context>

      <tasks>
      <task type="auto">
        <name>Task 1: Create the store</name>
        <files>src/order.ts</files>
        <action>
      <task type="auto">
        <name>An example</name>
      </task>
        </action>
      </task>
      <task type="auto">
        <name>Task 2: Test it</name>
      </task>
      </tasks>

      <success_criteria>
      - [ ] Orders persist
      - Totals
        add up
      </success_criteria>
      """;

  private static SourceFile plan(String path, String... keys) {
    return new SourceFile(path, "---\n" + String.join("\n", keys) + "\n---\n" + BODY);
  }

  private static PlanReading read(SourceFile... files) {
    PlanSource source = new PlanSource("phases", List.of(files));
    assertThat(new GsdFormat().recognises(source)).isTrue();
    return new GsdFormat().read(source);
  }

  private static List<String> ids(PlanReading reading) {
    return reading.plan().phases().stream().map(phase -> phase.id().value()).toList();
  }

  private static List<String> after(Phase phase) {
    return phase.scope().after().stream().map(ref -> ref.id().value()).toList();
  }

  private static List<String> touches(Phase phase) {
    return phase.scope().touches().stream()
        .map(touch -> touch.glob().literalPath().orElse(touch.glob().text()))
        .toList();
  }

  private static Phase only(PlanReading reading) {
    return reading.plan().phases().getFirst();
  }

  /** The plans of one folder, each a wave and a depends_on. */
  private static PlanReading waves(String... plans) {
    List<SourceFile> files = new ArrayList<>();
    for (int i = 0; i < plans.length; i++) {
      String[] parts = plans[i].split(" ", 2);
      files.add(
          plan(
              "19-shop/19-0%d-PLAN.md".formatted(i + 1),
              "phase: 19-shop",
              "plan: 0" + (i + 1),
              "wave: " + parts[0],
              "depends_on: " + parts[1]));
    }
    return read(files.toArray(SourceFile[]::new));
  }

  @Test
  void aPlanBecomesAPhaseWithItsBrief() {
    PlanReading reading =
        read(
            plan(
                "19-03-PLAN.md",
                "phase: 19-shop",
                "plan: 03",
                "files_modified: [src/order.ts]",
                "must_haves:",
                "  truths:",
                "    - \"Orders persist\"",
                "    - Totals: add up"));
    Phase phase = only(reading);
    assertThat(phase.id()).hasToString("19-03");
    assertThat(phase.title()).isEqualTo("Add the order store");
    assertThat(phase.position()).hasToString("19-03-PLAN.md:1:1");
    assertThat(phase.brief().acceptance()).containsExactly("Orders persist", "Totals: add up");
    assertThat(phase.brief().tasks()).containsExactly("Create the store", "Test it");
    assertThat(phase.brief().deliverable()).contains("Orders persist; Totals add up");
    assertThat(phase.brief().context())
        .containsExactly(
            "Add the order store. It is small.",
            "Purpose: Carts need it, e.g. for totals.",
            "Output: `src/order.ts`",
            "Read first: .planning/STATE.md, src/cart.ts");
    assertThat(phase.scope().reads()).isEmpty();
    assertThat(phase.handling().exec()).isEmpty();
    assertThat(reading.counts()).isEqualTo(new SourceCounts(3, 0, 0));
    assertThat(reading.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          19-shop,   03,      x-PLAN.md,        19-03
          5,         05-01,   05-01-PLAN.md,    05-01
          6.1-fix,   2,       y.md,             06.1-02
          shop,      1,       07-02-PLAN.md,    07-01
          '',        '',      07-02-PLAN.md,    07-02
          19-shop,   '',      07-02-PLAN.md,    19-02
          '',        '',      007-PLAN.md,      007
          quick-4,   01,      4-PLAN.md,        4
          """)
  void theIdComesFromTheNumbersOrTheName(String phase, String plan, String file, String id) {
    PlanReading reading = read(plan(file, "phase: " + phase, "plan: " + plan));
    assertThat(ids(reading)).containsExactly(id);
  }

  @Test
  void withoutAnyIdThereIsAProblem() {
    PlanReading reading = read(plan("a plan.md", "wave: 1", "autonomous: true"));
    assertThat(reading.plan().phases()).isEmpty();
    assertThat(reading.problems().stream().map(Problem::code))
        .containsExactly(ErrorCode.PLAN_PHASE_ID_INVALID, ErrorCode.PLAN_NO_PHASES);
  }

  @Test
  void filesAreTakenLiterallyWithoutRemarks() {
    PlanReading reading =
        read(
            plan(
                "01-01-PLAN.md",
                "phase: 1",
                "files_modified:",
                "  - src/app/[id]/page.tsx",
                "  - \"src/a.ts (new)\"",
                "  - src/b.ts # the list",
                "  - src/c.ts — moved",
                "  - '`src/d.ts`'",
                "  - ./src/e.ts",
                "  - src/models/",
                "  - src/icons/*.svg",
                "  - none"));
    assertThat(reading.problems()).isEmpty();
    assertThat(touches(only(reading)))
        .containsExactly(
            "src/app/[id]/page.tsx",
            "src/a.ts",
            "src/b.ts",
            "src/c.ts",
            "src/d.ts",
            "src/e.ts",
            "src/models/**",
            "src/icons/*.svg");
    assertThat(only(reading).scope().touches().getFirst().position())
        .hasToString("01-01-PLAN.md:4:5");
  }

  @Test
  void aFileOutsideTheRepositoryIsAnError() {
    PlanReading reading =
        read(plan("01-01-PLAN.md", "phase: 1", "files_modified: [~/a.md, /b.md, ../c.md, d.md]"));
    assertThat(touches(only(reading))).containsExactly("d.md");
    assertThat(reading.problems()).hasSize(3).allMatch(Problem::isError);
    assertThat(reading.problems().getFirst().code()).isEqualTo(ErrorCode.PLAN_PATH_UNSAFE);
    assertThat(reading.problems().getFirst().position()).hasToString("01-01-PLAN.md:3:18");
  }

  @Test
  void aLaterWaveWithoutDependenciesWaitsForTheWaveBefore() {
    PlanReading reading = waves("1 []", "1 []", "2 []", "4 []", "4 [01]");
    List<Phase> phases = reading.plan().phases();
    assertThat(after(phases.get(0))).isEmpty();
    assertThat(after(phases.get(2))).containsExactly("19-01", "19-02");
    assertThat(after(phases.get(3))).as("the wave before is 2").containsExactly("19-03");
    assertThat(after(phases.get(4))).as("states its own").containsExactly("19-01");
    assertThat(phases.get(2).scope().after().getFirst().position())
        .hasToString("19-shop/19-03-PLAN.md:4:7");
    assertThat(reading.counts().edges()).isEqualTo(1);
  }

  @Test
  void twoPlansOfOneWaveAreClaimedToBeParallel() {
    PlanReading reading = waves("1 []", "1 []", "2 []");
    assertThat(
            reading.plan().phases().stream()
                .map(phase -> phase.handling().claim().map(claim -> claim.group()).orElse("")))
        .containsExactly("wave 1 of 19-shop", "wave 1 of 19-shop", "");
    assertThat(reading.counts().parallelLabels()).isEqualTo(2);
  }

  @Test
  void wavesOfTwoFoldersAreNotOne() {
    PlanReading reading =
        read(
            plan("01-a/01-01-PLAN.md", "phase: 01-a", "plan: 1", "wave: 1"),
            plan("02-b/02-01-PLAN.md", "phase: 02-b", "plan: 1", "wave: 1"),
            plan("02-b/02-02-PLAN.md", "phase: 02-b", "plan: 2", "wave: 2"));
    assertThat(reading.counts().parallelLabels()).isZero();
    assertThat(after(reading.plan().phases().getLast())).containsExactly("02-01");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1]                      | 19-01
          [01, "02"]               | 19-01,19-02
          ["19-01"]                | 19-01
          19-01                    | 19-01
          "19-01, 19-02"           | 19-01,19-02
          [19-01-PLAN]             | 19-01
          [19-01-PLAN.md]          | 19-01
          [19-shop/19-02-PLAN.md]  | 19-02
          ["19-shop-02"]           | 19-02
          ["Plan 2"]               | 19-02
          ["plan-02"]              | 19-02
          [19-1, 19-01]            | 19-01
          """)
  void dependenciesAreReadInAllSpellings(String stated, String expected) {
    PlanReading reading = waves("1 []", "1 []", "3 " + stated);
    assertThat(after(reading.plan().phases().getLast())).containsExactly(expected.split(","));
    assertThat(reading.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"[18-02]", "[9]", "['phase 18']", "[setup]"})
  void aPlanThatIsNotHereIsAWarning(String stated) {
    PlanReading reading = waves("1 []", "2 " + stated);
    assertThat(after(reading.plan().phases().getLast())).as("it states one").isEmpty();
    assertThat(reading.counts().edges()).isEqualTo(1);
    assertThat(reading.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo(ErrorCode.PLAN_PART_NOT_READ);
          assertThat(problem.isError()).isFalse();
          assertThat(problem.position().line()).isEqualTo(5);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "autonomous: false, CHECKPOINT",
    "type: tdd, TDD",
    "type: execute, ''",
    "'type: tdd\nautonomous: false', CHECKPOINT"
  })
  void theWayOfExecutionIsTakenOver(String keys, String mode) {
    PlanReading reading = read(plan("01-01-PLAN.md", "phase: 1", keys));
    assertThat(only(reading).handling().exec().map(ExecMode::name).orElse("")).isEqualTo(mode);
  }

  @Test
  void aCheckpointTaskMakesACheckpointPhase() {
    String text =
        """
        ---
        phase: 1
        plan: 1
        ---
        <tasks>
        <task type="checkpoint:human-verify">
        <what-built>The store</what-built>
        </task>
        </tasks>
        """;
    Phase phase = only(read(new SourceFile("01-01-PLAN.md", text)));
    assertThat(phase.handling().exec()).contains(ExecMode.CHECKPOINT);
    assertThat(phase.brief().tasks()).containsExactly("The store");
  }

  @Test
  void brokenFrontMatterLosesOnlyTheBrokenEntry() {
    PlanReading reading =
        read(
            plan(
                "01-01-PLAN.md",
                "phase: 01-shop",
                "plan: 01",
                "files_modified: [a.md]",
                "must_haves:",
                "  - \"quoted\" and more",
                "wave: 1"));
    assertThat(touches(only(reading))).containsExactly("a.md");
    assertThat(reading.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo(ErrorCode.PLAN_YAML_INVALID);
          assertThat(problem.isError()).isFalse();
          assertThat(problem.position().line()).isEqualTo(6);
        });
  }

  @Test
  void brokenFilesAreAnErrorAndThePhaseRemains() {
    PlanReading reading =
        read(plan("01-01-PLAN.md", "phase: 01-shop", "plan: 01", "files_modified: [a.md"));
    assertThat(ids(reading)).containsExactly("01-01");
    assertThat(reading.problems()).singleElement().matches(Problem::isError);
    assertThat(reading.problems().getFirst().code()).isEqualTo(ErrorCode.PLAN_YAML_INVALID);
  }

  @Test
  void aPlanWithoutTagsIsReadByItsHeadings() {
    String text =
        """
        ---
        plan: 05-01
        phase: 5
        name: Resume
        ---
        ## Plan 05-01

        **Objective:** Resume at once. Soon.

        ### Task 1: Add it

        ### Task 2: Test it
        """;
    PlanReading reading = read(new SourceFile("05-01-PLAN.md", text));
    assertThat(only(reading).title()).isEqualTo("Resume at once");
    assertThat(only(reading).brief().tasks()).containsExactly("Add it", "Test it");
    assertThat(reading.counts().tasks()).as("no task blocks").isEqualTo(1);
  }

  @Test
  void otherFilesOfTheFolderAreNoPlans() {
    PlanReading reading =
        read(
            new SourceFile("01-CONTEXT.md", "# Context\n"),
            plan("01-01-PLAN.md", "phase: 1", "plan: 1"),
            new SourceFile("01-RESEARCH.md", "---\ntopic: x\n---\n"));
    assertThat(ids(reading)).containsExactly("01-01");
  }

  @Test
  void aTagThatNeverClosesSwallowsNothing() {
    String text = "---\nphase: 1\nplan: 1\n---\n<context>\n<objective>\nAdd it.\n</objective>\n";
    assertThat(only(read(new SourceFile("01-01-PLAN.md", text))).title()).isEqualTo("Add it");
  }

  @Test
  void recognisesNoOtherMarkdown() {
    for (String text :
        Arrays.asList("# Plan\n", "---\ntopic: a\nproject: b\n---\n", "---\nplan: x\n")) {
      PlanSource source = new PlanSource("p", List.of(new SourceFile("PLAN.md", text)));
      assertThat(new GsdFormat().recognises(source)).as(text).isFalse();
    }
  }
}
