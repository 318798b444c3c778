package dev.signalbox.plan.speckit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseRef;
import dev.signalbox.plan.PlanReading;
import dev.signalbox.plan.PlanSource;
import dev.signalbox.plan.SourceCounts;
import dev.signalbox.plan.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecKitFormatTest {
  private static final String SHOP =
      """
      # Tasks: Shop orders

      ## Format: `[ID] [P?] [Story] Description`

      - **[P]**: Can run in parallel

      ## Phase 1: Setup

      **Purpose**: Ground to stand on

      - [x] T001 Create the folders
      - [ ] T002 [P] Add src/order.ts
      - [ ] T003 [P] Add src/cart.ts
      **Checkpoint**: it compiles

      ## Phase 2: User Story 1 - Orders

      **Goal**: People can order

      ### Tests

      - [ ] T004 [P] [US1] Test orders in tests/order_test.ts
        - Cover the empty order in `tests/empty_test.ts`
        - Needs nothing else

      - [ ] T005 [P] [US1] Test carts in tests/cart_test.ts

      ### Implementation

      - [ ] **T006a** [US1]: Wire `src/index.ts` — all of it (depends on T002, T003)
      """;

  private static PlanReading read(String text) {
    PlanSource source = new PlanSource("tasks.md", List.of(new SourceFile("tasks.md", text)));
    assertThat(new SpecKitFormat().recognises(source)).isTrue();
    return new SpecKitFormat().read(source);
  }

  private static Phase phase(PlanReading reading, String id) {
    return reading.plan().phases().stream()
        .filter(phase -> phase.id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> after(Phase phase) {
    return phase.scope().after().stream().map(ref -> ref.id().value()).toList();
  }

  private static List<String> touches(Phase phase) {
    return phase.scope().touches().stream().map(touch -> touch.glob().text()).toList();
  }

  @Test
  void everyTaskIsAPhaseWhetherDoneOrNot() {
    PlanReading reading = read(SHOP);
    assertThat(reading.plan().phases().stream().map(phase -> phase.id().value()))
        .containsExactly("T001", "T002", "T003", "T004", "T005", "T006a");
    assertThat(reading.counts()).isEqualTo(new SourceCounts(6, 2, 4));
    assertThat(reading.plan().header().title()).isEqualTo("Shop orders");
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void aPhaseStandsWhereItsNumberStands() {
    PlanReading reading = read(SHOP);
    assertThat(phase(reading, "T002").position()).hasToString("tasks.md:12:7");
    assertThat(phase(reading, "T006a").position()).hasToString("tasks.md:30:9");
    assertThat(phase(reading, "T002").scope().touches().getFirst().position())
        .hasToString("tasks.md:12:20");
  }

  @Test
  void titleAndBriefComeFromTheTaskAndItsSection() {
    Phase wiring = phase(read(SHOP), "T006a");
    assertThat(wiring.title()).isEqualTo("Wire `src/index.ts`");
    assertThat(wiring.brief().tasks())
        .containsExactly("Wire `src/index.ts` — all of it (depends on T002, T003)");
    assertThat(wiring.brief().context())
        .containsExactly(
            "Section: Phase 2: User Story 1 - Orders / Implementation",
            "Goal: People can order",
            "Labels: US1");
  }

  @Test
  void subBulletsBelongToTheTask() {
    Phase tests = phase(read(SHOP), "T004");
    assertThat(tests.brief().tasks()).hasSize(3).element(2).isEqualTo("Needs nothing else");
    assertThat(touches(tests)).containsExactly("tests/order_test.ts", "tests/empty_test.ts");
  }

  @Test
  void aStepWaitsForTheWholeStepBefore() {
    PlanReading reading = read(SHOP);
    assertThat(after(phase(reading, "T001"))).isEmpty();
    assertThat(after(phase(reading, "T002"))).containsExactly("T001");
    assertThat(after(phase(reading, "T003"))).containsExactly("T001");
    assertThat(after(phase(reading, "T004"))).containsExactly("T002", "T003");
    assertThat(after(phase(reading, "T006a"))).containsExactly("T004", "T005", "T002", "T003");
  }

  @Test
  void aStatedOrderPointsAtItsWords() {
    List<PhaseRef> after = phase(read(SHOP), "T006a").scope().after();
    assertThat(after.get(0).position()).hasToString("tasks.md:30:9");
    assertThat(after.get(2).position()).hasToString("tasks.md:30:68");
  }

  @Test
  void aRunEndsAtATaskWithoutTheLabelAndAtAHeading() {
    PlanReading reading =
        read(
            """
            - [ ] T001 [P] a
            remark

            - [ ] T002 [P] b
            - [ ] T003 c
            - [ ] T004 [P] d
            # Next
            - [ ] T005 [P] e
            """);
    assertThat(reading.plan().phases().stream().map(SpecKitFormatTest::claim))
        .containsExactly(
            "[P] run from T001", "[P] run from T001", "", "[P] run from T004", "[P] run from T005");
  }

  private static String claim(Phase phase) {
    return phase.handling().claim().map(claim -> claim.group()).orElse("");
  }

  @Test
  void batchIdsAreRunsOfTheirOwn() {
    PlanReading reading =
        read("- [ ] T001 [P:2.1] a\n- [ ] T002 [P:2.1] b\n- [ ] T003 [P:2.2] c\n");
    assertThat(reading.plan().phases().stream().map(SpecKitFormatTest::claim))
        .containsExactly("[P:2.1] run from T001", "[P:2.1] run from T001", "[P:2.2] run from T003");
    assertThat(after(phase(reading, "T003"))).containsExactly("T001", "T002");
    assertThat(reading.counts().parallelLabels()).isEqualTo(3);
  }

  @Test
  void oddSpellingsAreRead() {
    PlanReading reading =
        read(
            """
            - [ ] - [X] T001 [P] twice
            - [~] T002 [P] skipped
            * [ ] [P] T003 label first
            - [ ] T004: .github/ci.yml first
            - [ ] [T005] bracketed
            - [ ] T006-TEST [US1] [P] suffix
            - [ ] T007 [link.md](link.md) is no label
            """);
    assertThat(reading.plan().phases().stream().map(phase -> phase.id().value()))
        .containsExactly("T001", "T002", "T003", "T004", "T005", "T006-TEST", "T007");
    assertThat(reading.plan().phases().stream().filter(phase -> !claim(phase).isEmpty()))
        .hasSize(4);
    assertThat(reading.counts().tasks()).as("without the one with two boxes").isEqualTo(6);
    assertThat(touches(phase(reading, "T004"))).containsExactly(".github/ci.yml");
  }

  @Test
  void aListWithoutCheckboxesCounts() {
    PlanReading reading =
        read("## T001: Create src/a.ts\n\n- also src/b.ts\n\n## Dependencies\n\n- T001 first\n");
    assertThat(reading.plan().phases()).hasSize(1);
    assertThat(touches(reading.plan().phases().getFirst())).containsExactly("src/a.ts", "src/b.ts");
    assertThat(read("- T001 [P] a\n- T002 [P] b\n").plan().phases()).hasSize(2);
  }

  @Test
  void aTaskMayWaitForALaterOne() {
    PlanReading reading =
        read("- [ ] T001 a (depends on T003)\n- [ ] T002 b\n- [ ] T003 c\n- [ ] T004 d\n");
    assertThat(after(phase(reading, "T002"))).isEmpty();
    assertThat(after(phase(reading, "T003"))).containsExactly("T002");
    assertThat(after(phase(reading, "T001"))).containsExactly("T003");
    assertThat(after(phase(reading, "T004"))).containsExactly("T001");
  }

  @Test
  void sectionsAboutDependenciesAreRead() {
    PlanReading reading =
        read(
            """
            - [ ] T001 [P] a
            - [ ] T002 [P] b
            - [ ] T003 [P] c

            ## Dependencies & Execution Order

            - T003 depends on T001

            ```
            T001 -> T002
            ```

            ## Notes

            - T001 depends on T003
            """);
    assertThat(after(phase(reading, "T003"))).containsExactly("T001");
    assertThat(after(phase(reading, "T002"))).containsExactly("T001");
    assertThat(after(phase(reading, "T001"))).isEmpty();
    assertThat(reading.counts().edges()).isEqualTo(2);
  }

  @Test
  void aRepeatedNumberDoesNotWaitForItself() {
    PlanReading reading = read("- [ ] T001 a\n- [ ] T001 b\n");
    assertThat(reading.plan().phases()).hasSize(2).allSatisfy(p -> assertThat(after(p)).isEmpty());
  }

  @Test
  void checkboxesWithoutANumberAreToldOnce() {
    PlanReading reading = read("- [ ] T001 a\n\n## Checklist\n\n- [ ] one\n- [ ] two\n");
    assertThat(reading.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo(ErrorCode.PLAN_PART_NOT_READ);
          assertThat(problem.isError()).isFalse();
          assertThat(problem.position()).hasToString("tasks.md:5:7");
          assertThat(problem.message()).contains("found 2 checkboxes");
        });
  }

  @Test
  void withoutATaskThereIsAnError() {
    PlanReading reading =
        new SpecKitFormat()
            .read(new PlanSource("x", List.of(new SourceFile("x.md", "# Nothing\n\nhere\n"))));
    assertThat(reading.plan().phases()).isEmpty();
    assertThat(reading.problems()).singleElement().matches(Problem::isError);
    assertThat(reading.problems().getFirst().code()).isEqualTo(ErrorCode.PLAN_NO_PHASES);
    assertThat(reading.problems().getFirst().position()).hasToString("x.md:1:1");
  }

  @Test
  void aFolderOfDocumentsIsReadForItsTasks() {
    PlanSource source =
        new PlanSource(
            "specs/001",
            List.of(
                new SourceFile("plan.md", "- [ ] T009 an example\n"),
                new SourceFile("tasks.md", "- [ ] T001 a\n")));
    assertThat(new SpecKitFormat().read(source).plan().phases())
        .singleElement()
        .satisfies(phase -> assertThat(phase.id()).hasToString("T001"));
  }
}
