package dev.signalbox.plan.phasemap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.plan.BranchUse;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.ParallelClaim;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PlanReading;
import dev.signalbox.plan.PlanSource;
import dev.signalbox.plan.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhaseMapFormatTest {
  private static final PhaseMapFormat FORMAT = new PhaseMapFormat();

  private static PlanSource source(String name, String text) {
    return new PlanSource(name, List.of(new SourceFile(name, text)));
  }

  private static boolean recognises(String text) {
    return FORMAT.recognises(source("p.md", text));
  }

  private static PlanReading read(String text) {
    PlanSource source = source("p.md", text);
    assertThat(FORMAT.recognises(source)).isTrue();
    return FORMAT.read(source);
  }

  private static List<String> ids(PlanReading reading) {
    return reading.plan().phases().stream().map(phase -> phase.id().value()).toList();
  }

  private static List<String> after(PlanReading reading, int index) {
    return reading.plan().phases().get(index).scope().after().stream()
        .map(ref -> ref.id().value())
        .toList();
  }

  private static final String MAP =
      """
      # Shop

      **Parent issue:** [SHOP-100: Master](https://x/SHOP-100)

      | Phase | Issues | Focus | Batch | Dependencies | Mode | Agent | Branch | Est. Cost |
      |-------|--------|-------|-------|--------------|------|-------|--------|-----------|
      | 1A | [SHOP-1](https://x) | Cart | 1 | None | tdd | Claude Code | own | ~$5 |
      | 1B | SHOP-2, SHOP-3 | Orders | 1 | None (parallel with 1A) | pair | Codex | main | -- |
      | 2A | SHOP-4 | Reports | 2 | 1A–1B | quick | | | |
      | 3 | SHOP-5 | Docs | 3 | Batch 1, SHOP-4 | -- | | | |
      | **Total** | | | | | | | | $9 |
      """;

  @Test
  void readsAPhaseMap() {
    PlanReading reading = read(MAP);
    assertThat(reading.problems()).isEmpty();
    assertThat(ids(reading)).containsExactly("1A", "1B", "2A", "3");
    assertThat(after(reading, 1)).isEmpty();
    assertThat(after(reading, 2)).containsExactly("1A", "1B");
    assertThat(after(reading, 3)).containsExactly("1A", "1B", "2A");
    assertThat(reading.counts().edges()).isEqualTo(5);
    assertThat(reading.plan().header().title()).isEqualTo("Shop");
    assertThat(reading.plan().header().issue()).contains(new IssueId("SHOP-100"));
  }

  @Test
  void readsTheCellsOfARow() {
    Phase first = read(MAP).plan().phases().get(0);
    Phase second = read(MAP).plan().phases().get(1);
    assertThat(first.title()).isEqualTo("Cart");
    assertThat(first.position()).hasToString("p.md:7:3");
    assertThat(first.handling().exec()).contains(ExecMode.TDD);
    assertThat(first.handling().agent().map(Object::toString)).contains("claude");
    assertThat(first.handling().estimate().cost().map(Object::toString)).contains("$5");
    assertThat(first.handling().branch()).isEqualTo(BranchUse.OWN);
    assertThat(second.handling().branch()).isEqualTo(BranchUse.NONE);
    assertThat(second.issue()).contains(new IssueId("SHOP-2"));
    assertThat(second.brief().context()).containsExactly("Also covers SHOP-3");
  }

  @Test
  void takesABatchOfSeveralPhasesForAClaim() {
    PlanReading reading = read(MAP);
    assertThat(reading.plan().phases().get(0).handling().claim())
        .contains(new ParallelClaim("batch 1"));
    assertThat(reading.plan().phases().get(2).handling().claim()).isEmpty();
    assertThat(reading.counts().parallelLabels()).isEqualTo(2);
  }

  @Test
  void takesParallelWithForAClaimWhereThereAreNoBatches() {
    PlanReading reading =
        read(
            """
            | Phase | Focus | Depends On |
            |---|---|---|
            | 1A | Cart | — |
            | 1B | Orders | none (parallel with 1A) |
            """);
    assertThat(reading.plan().phases())
        .extracting(phase -> phase.handling().claim())
        .containsOnly(Optional.of(new ParallelClaim("parallel with 1A")));
  }

  @Test
  void addsWhatTheRegistryKnowsOfAnIssue() {
    PlanReading reading =
        read(
            """
            | ID | Title | Status | Exec | Est | Depends On |
            |---|---|---|---|---|---|
            | [SHOP-1](u) | Cart | Todo | tdd | 3pt | -- |
            | SHOP-2 | Orders | Todo | spike (analysis-only) | 2h | SHOP-1 |
            | SHOP-7 | Elsewhere | Todo | quick | 1pt | -- |

            | Phase | Issue | Dependencies |
            |---|---|---|
            | 1A | SHOP-1 | None |
            | 1B | SHOP-2 | None |
            """);
    assertThat(ids(reading)).containsExactly("1A", "1B");
    assertThat(after(reading, 1)).containsExactly("1A");
    Phase second = reading.plan().phases().get(1);
    assertThat(second.title()).isEqualTo("Orders");
    assertThat(second.handling().exec()).contains(ExecMode.SPIKE);
    assertThat(second.handling().deliverable()).hasToString("ANALYSIS");
    assertThat(second.handling().estimate().minutes()).hasValue(120);
  }

  @Test
  void takesSessionsForPhasesWithoutAMap() {
    PlanReading reading =
        read(
            """
            | Session | Issue | Focus | Mode | Est. Cost | Branch |
            |---|---|---|---|---|---|
            | S-A | SHOP-1 | Cart | pair | ~$5 | claude/shop-1-cart |
            | S-B | SHOP-2 | Orders | nonsense | ~$3 | claude/shop-2 |
            """);
    assertThat(ids(reading)).containsExactly("S-A", "S-B");
    assertThat(reading.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo(ErrorCode.PLAN_MODE_UNKNOWN);
          assertThat(problem.position()).hasToString("p.md:4:27");
        });
  }

  @Test
  void saysWhichSessionsWorkOnNothingInTheMap() {
    PlanReading reading =
        read(
            """
            | Phase | Issue | Focus |
            |---|---|---|
            | 1A | SHOP-1 | Cart |

            | Session | Issue | Focus | Mode |
            |---|---|---|---|
            | S-A | SHOP-1 | Cart | pair |
            | S-B | SHOP-9 | Other | tdd |
            """);
    assertThat(ids(reading)).containsExactly("1A");
    assertThat(reading.plan().phases().getFirst().handling().exec()).contains(ExecMode.PAIR);
    assertThat(reading.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("found S-B on others"));
  }

  @Test
  void readsFencedTablesOnlyWithoutOthersAndAtTheirPlaces() {
    String fenced =
        """
        # Guide

        1. Write this:

           ```markdown
           | Phase | Issue |
           |---|---|
           | 1A | SHOP-1 |
           ```
        """;
    PlanReading reading = read(fenced);
    assertThat(ids(reading)).containsExactly("1A");
    assertThat(reading.plan().phases().getFirst().position()).hasToString("p.md:8:6");
    assertThat(ids(read(fenced + "\n| Phase | Issue |\n|---|---|\n| 7 | SHOP-7 |\n")))
        .containsExactly("7");
  }

  private static final String PROMPT =
      """
      ```
      Implement SHOP-1 and SHOP-2 from master plan [SHOP-100: M](https://x) (Phase 1A: Cart).
      Repo: ~/shop

      Context:
      - First
      - Second, which
        runs on

      Execution mode: tdd | Launch as: Bypass permissions

      Tasks:
      1. Write the test
      2. Make it pass

      Deliverable: A cart. SHOP-1 closed.
      ```
      """;

  @Test
  void takesAPromptForAPhaseOfItsOwn() {
    PlanReading reading = read("# Prompts\n\n" + PROMPT);
    Phase phase = reading.plan().phases().getFirst();
    assertThat(phase.id()).hasToString("1A");
    assertThat(phase.title()).isEqualTo("Cart");
    assertThat(phase.issue()).contains(new IssueId("SHOP-1"));
    assertThat(phase.handling().exec()).contains(ExecMode.TDD);
    assertThat(phase.brief().verb()).isEqualTo("Implement");
    assertThat(phase.brief().context())
        .containsExactly("Also covers SHOP-2", "First", "Second, which runs on");
    assertThat(phase.brief().tasks()).containsExactly("Write the test", "Make it pass");
    assertThat(phase.brief().deliverable()).contains("A cart. SHOP-1 closed.");
    assertThat(phase.position()).hasToString("p.md:4:1");
    assertThat(reading.plan().header().issue()).contains(new IssueId("SHOP-100"));
  }

  @Test
  void fillsAPhaseFromItsPrompt() {
    PlanReading reading =
        read("| Phase | Issue | Focus |\n|---|---|---|\n| 1A | SHOP-9 | Cart |\n\n" + PROMPT);
    assertThat(ids(reading)).containsExactly("1A");
    assertThat(reading.plan().phases().getFirst().brief().tasks()).hasSize(2);
    assertThat(reading.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("SHOP-9, found SHOP-1"));
  }

  @Test
  void leavesATemplateOfAPromptAlone() {
    assertThat(
            recognises(
                "```\n{Action verb} on {ISSUE} from master plan {MASTER}.\nTasks:\n1. x\n```"))
        .isFalse();
  }

  @Test
  void leavesFinishedPhasesOutAndNothingWaitsForThem() {
    PlanReading reading =
        read(
            """
            | Phase | Focus | Status | Dependencies |
            |---|---|---|---|
            | 1 | Cart | Done | -- |
            | 2 | Orders | Todo | 1 |
            """);
    assertThat(ids(reading)).containsExactly("2");
    assertThat(after(reading, 0)).isEmpty();
    assertThat(reading.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.PLAN_PART_NOT_READ));
  }

  @Test
  void keepsMentionsOfUnknownPhasesAndWarnsOfOtherWords() {
    PlanReading reading =
        read(
            """
            | Phase | Focus | Dependencies |
            |---|---|---|
            | 1 | Cart | 9Z |
            | 2 | Orders | the weather |
            | | Lost | None |
            """);
    assertThat(after(reading, 0)).containsExactly("9Z");
    assertThat(reading.problems())
        .extracting(problem -> problem.code() + " " + problem.position())
        .containsExactly("PLAN_PHASE_ID_INVALID p.md:5:3", "PLAN_PART_NOT_READ p.md:4:16");
  }

  @Test
  void keepsAPhaseThatATableNamesTwice() {
    assertThat(ids(read("| Phase | Focus |\n|---|---|\n| 1 | A |\n| 1 | B |\n")))
        .containsExactly("1", "1");
  }

  @Test
  void readsATrackersTemplate() {
    String json =
        """
        {"templateData": {"title": "T", "descriptionData": {"type": "doc", "content": [
         {"type": "table", "content": [
          {"type": "table_row", "content": [
           {"type": "table_header", "content": [{"type": "text", "text": "Phase"}]},
           {"type": "table_header", "content": [{"type": "text", "text": "Depends On"}]}]},
          {"type": "table_row", "content": [
           {"type": "table_cell", "content": [{"type": "text", "text": "1"}]},
           {"type": "table_cell", "content": []}]},
          {"type": "table_row", "content": [
           {"type": "table_cell", "content": [{"type": "text", "text": "2"}]},
           {"type": "table_cell", "content": [{"type": "text", "text": "1"}]}]}]}]}}}
        """;
    PlanSource source = source("t.json", json);
    assertThat(FORMAT.recognises(source)).isTrue();
    PlanReading reading = FORMAT.read(source);
    assertThat(ids(reading)).containsExactly("1", "2");
    assertThat(after(reading, 1)).containsExactly("1");
    assertThat(reading.plan().header().title()).isEqualTo("T");
    assertThat(reading.plan().phases().getFirst().position().line()).isEqualTo(7);
  }

  @Test
  void saysWhatATemplateWithoutPhasesLacks() {
    PlanSource source =
        source("t.json", "{\"templateData\": {\"descriptionData\": {\"type\": \"doc\"}}}");
    assertThat(FORMAT.recognises(source)).isTrue();
    assertThat(FORMAT.read(source).problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo(ErrorCode.PLAN_NO_PHASES);
          assertThat(problem.hint()).contains("| Phase |");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# P\n\n| Phase | Risk | Rationale |\n|---|---|---|\n| 1 | LOW | x |\n",
        "# P\n\n| # | File | Phase |\n|---|---|---|\n| 1 | a.ts | 1 |\n",
        "# P\n\n| Session Name | Issue | Phase | Status |\n|---|---|---|---|\n| x | A-1 | 1A | Done |\n",
        "# P\n\n## Task 1: A\n\n**Files:**\n- `a.ts`\n\n| Phase | Focus |\n|---|---|\n| 1 | x |\n",
        "# P\n\n## Phase 1: A\n- exec: tdd\n\n| Phase | Focus |\n|---|---|\n| 9 | x |\n",
        "# P\n\n- [ ] T001 [P] Do it in a.ts\n\n| Phase | Focus |\n|---|---|\n| 1 | x |\n",
        "---\nwave: 1\ndepends_on: []\n---\n\n| Phase | Focus |\n|---|---|\n| 1 | x |\n",
        "# P\n\n## Phase 1A: A\n\nText.\n\n| Phase | Focus |\n|---|---|\n| 1A | x |\n",
        "# P\n\n## Task 1: A\n\n```markdown\n| Phase | Focus |\n|---|---|\n| 1A | x |\n```\n"
      })
  void leavesDocumentsOfOtherKindsToOtherReaders(String text) {
    assertThat(recognises(text)).isFalse();
  }
}
