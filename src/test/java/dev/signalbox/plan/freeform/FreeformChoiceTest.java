package dev.signalbox.plan.freeform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.plan.PlanSource;
import dev.signalbox.plan.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which parts of a document are its phases. */
class FreeformChoiceTest {

  private static FreeformReading read(String text) {
    return FreeformReading.of(text);
  }

  @Test
  void takesHeadingsOfWork() {
    FreeformReading reading =
        read("# Shop\n\n## Goal\nx\n\n## Task 1: Cart (SHOP-1)\nx\n\n## Task 2 — Orders\ny\n");
    assertThat(reading.ids()).containsExactly("1", "2");
    assertThat(reading.phases().getFirst().title()).isEqualTo("Cart");
    assertThat(reading.phases().getFirst().issue().orElseThrow()).hasToString("SHOP-1");
    assertThat(reading.phases().getFirst().position()).hasToString("p.md:6:4");
    assertThat(reading.reading().plan().header().title()).isEqualTo("Shop");
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void takesInnerHeadingsThatHaveFilesForThePhases() {
    FreeformReading reading =
        read(
            """
            ## Phase 1: Backend
            ### Task 1: Cart
            **Files:**
            - `a.ts`
            ### Task 2: Orders
            **Files:**
            - `b.ts`
            ## Phase 2: Frontend
            ### Task 3: Page
            **Depends on:** Phase 1
            """);
    assertThat(reading.ids()).containsExactly("1", "2", "3");
    assertThat(reading.order()).containsExactly("3<1", "3<2");
  }

  @Test
  void keepsOuterHeadingsThatHaveTheFiles() {
    FreeformReading reading =
        read(
            """
            ## Phase 1: Backend
            **Files:**
            - `a.ts`
            ### Task 1: Cart
            1. x
            ## Phase 2: Frontend
            **Files:**
            - `b.ts`
            ### Task 1: Page
            """);
    assertThat(reading.ids()).containsExactly("1", "2");
    assertThat(reading.phases().getFirst().title()).isEqualTo("Backend");
    assertThat(reading.phases().getFirst().brief().tasks()).containsExactly("Cart");
  }

  @Test
  void keepsAnOuterHeadingWithoutPartsBesideThePartsOfOthers() {
    FreeformReading reading =
        read(
            """
            ## Phase 0: Ground
            1. Set up
            ## Phase 1: In parallel
            ### Agent 1: Cart
            **Depends on**: Phase 0 types only
            **Package**: `packages/cart/`
            ### Agent 2: Orders
            **Blocked by**: Nothing after Phase 0
            **Package**: `packages/orders/`
            """);
    assertThat(reading.ids()).containsExactly("0", "1", "2");
    assertThat(reading.order()).containsExactly("1<0");
    assertThat(reading.claims()).containsExactly("-", "phase 1", "phase 1");
    assertThat(reading.touches(1)).containsExactly("packages/cart/**");
  }

  @Test
  void takesStepsInsideAPhaseForItsTasks() {
    FreeformReading reading =
        read("## Task 1: A\n### Step 1: Test\n### Step 2: Code\n## Task 2: B\n### Step 1: Test\n");
    assertThat(reading.ids()).containsExactly("1", "2");
    assertThat(reading.phases().getFirst().brief().tasks()).containsExactly("Test", "Code");
  }

  @Test
  void takesStepsOfADocumentNamedLikeAPhaseForThePhases() {
    FreeformReading reading = read("# Phase 2: Audio\n## Plan\n### Step 1: A\n### Step 2: B\n");
    assertThat(reading.ids()).containsExactly("1", "2");
  }

  @Test
  void takesCodesOnlyWhereTheyHaveFiles() {
    String unit = "\n\n**Goal:** x\n\n**Dependencies:** U1\n\n**Files:**\n- Create: `a.go`\n\n";
    FreeformReading reading = read("## Units\n\n- U1. **Ground**" + unit + "- U2. **Wall**" + unit);
    assertThat(reading.ids()).containsExactly("U1", "U2");
    assertThat(reading.phases().get(1).title()).isEqualTo("Wall");
    assertThat(reading.order()).containsExactly("U2<U1");
    assertThat(read("## D1: We use Go\nx\n## D2: And SQL\ny\n").problem().code())
        .isEqualTo(ErrorCode.PLAN_NO_PHASES);
  }

  @Test
  void takesBoldLinesForHeadings() {
    FreeformReading reading =
        read("# P\n\n**Phase 1: Cart**\n- do it\n\n**Phase 2: Orders**\n- do that\n");
    assertThat(reading.ids()).containsExactly("1", "2");
  }

  @Test
  void takesSectionsBelowAHeadingSuchAsTasks() {
    FreeformReading reading =
        read("# P\n## Tasks\n### Add a cart\nx\n### Add orders\ny\n## Risks\n");
    assertThat(reading.ids()).containsExactly("add-a-cart", "add-orders");
  }

  @Test
  void takesSectionsWithFilesWithoutAnyLabel() {
    FreeformReading reading =
        read("# P\n## Cart\n**Files:**\n- `a.ts`\n## Orders\n**Files:**\n- `b.ts`\n## Notes\nx\n");
    assertThat(reading.ids()).containsExactly("cart", "orders");
  }

  @Test
  void takesRowsOfATableOfPhasesWithoutHeadings() {
    FreeformReading reading =
        read(
            """
            | Phase | Description | Files | Depends on | Status |
            |---|---|---|---|---|
            | 1 | Cart | `a.ts` | None | Done |
            | 2. Orders | Lists | `b.ts`, `c.ts` | 1 | |
            | 3 | Pages | `d.ts` | 2 | |
            """);
    assertThat(reading.ids()).containsExactly("2", "3");
    assertThat(reading.touches(0)).containsExactly("b.ts", "c.ts");
    assertThat(reading.order()).containsExactly("3<2");
  }

  @Test
  void takesNoTableThatOnlyRates() {
    assertThat(read("| Phase | Risk |\n|---|---|\n| 1 | LOW |\n").problem().code())
        .isEqualTo(ErrorCode.PLAN_NO_PHASES);
  }

  @Test
  void takesOpenEntriesOfAChecklist() {
    FreeformReading reading =
        read(
            """
            ## Phases
            - [x] **Phase 1: Ground** - done
            - [ ] **Phase 2: Cart** - later
              - Depends on: Phase 1
            - [ ] **Phase 3: Orders**
              - Depends on: Phase 2
            """);
    assertThat(reading.ids()).containsExactly("2", "3");
    assertThat(reading.order()).containsExactly("3<2");
  }

  @Test
  void takesUnlabelledBoxesBelowAHeadingSuchAsTasksOnly() {
    assertThat(read("## Acceptance\n- [ ] it works\n## Tasks\n- [ ] Add cart\n").ids())
        .containsExactly("add-cart");
  }

  @Test
  void prefersDetailsOfOpenPhasesToTheRoadmapsChecklist() {
    FreeformReading reading =
        read(
            """
            <details>
            <summary>Old</summary>

            - [x] Phase 1: Ground (3/3 plans)

            </details>

            - [x] **Phase 2: Walls**
            - [ ] **Phase 3: Roof**

            ### Phase 2: Walls
            **Depends on**: Phase 1

            ### Phase 3: Roof
            **Goal**: Dry
            **Depends on**: Phase 1, Phase 2
            **Success Criteria** (what must be TRUE):
              1. No rain
            """);
    assertThat(reading.ids()).containsExactly("3");
    assertThat(reading.order()).isEmpty();
    assertThat(reading.phases().getFirst().brief().acceptance()).containsExactly("No rain");
    assertThat(reading.phases().getFirst().brief().context()).containsExactly("Dry");
    assertThat(reading.problem().message()).endsWith("finished: phase 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "### Step 2: B — **COMPLETE**",
        "### Step 2: B (Completed 2026-03-26, 1 session)",
        "### ✅ Step 2: B",
        "### Step 2: B\n**Status:** Done"
      })
  void leavesFinishedHeadingsOut(String heading) {
    FreeformReading reading = read("### Step 1: A\n\n" + heading + "\n\n### Step 3: C\nx\n");
    assertThat(reading.ids()).containsExactly("1", "3");
    assertThat(reading.problem().code()).isEqualTo(ErrorCode.PLAN_PART_NOT_READ);
    assertThat(reading.problem().isError()).isFalse();
  }

  @Test
  void takesARecordOfProgressForNoPlan() {
    FreeformReading reading =
        read(
            "## Plan\n### Step 1: A\n### Step 2: B\n## Progress\n### Step 1: A (Completed 2026)\n");
    assertThat(reading.ids()).containsExactly("2");
  }

  @Test
  void saysThatAllIsFinished() {
    FreeformReading reading = read("## Task 1: A ✅\n## Task 2: B — DONE\n");
    assertThat(reading.problem().code()).isEqualTo(ErrorCode.PLAN_NO_PHASES);
    assertThat(reading.problem().message()).contains("task 1, task 2");
  }

  @Test
  void saysWhatWasLookedForAndWhatToWrite() {
    FreeformReading reading = read("# Notes\n\nSome text.\n");
    assertThat(reading.problems()).containsExactly("PLAN_NO_PHASES p.md:1:1");
    assertThat(reading.problem().message()).contains("Phase 1", "Files", "checklists");
    assertThat(reading.problem().hint()).contains("## Phase 1: Title");
    assertThat(read("").problems()).containsExactly("PLAN_NO_PHASES p.md:1:1");
  }

  @Test
  void namesHeadingsThatLookLikeWorkAndAreNotRead() {
    FreeformReading reading =
        read("### Task 1: A\n**Files:**\n- `a`/b.c\n- `a.c`\n## Stage 1: Together\nText.\n");
    assertThat(reading.ids()).containsExactly("1");
    assertThat(reading.problems()).contains("PLAN_PART_NOT_READ p.md:5:4");
  }

  @Test
  void makesSharedIdsUniqueWithTheHeadingsWords() {
    FreeformReading reading =
        read(
            """
            ## Part A
            ### Task 1: Cart
            **Files:**
            - `a.ts`
            ### Task 2: Orders
            **Files:**
            - `b.ts`
            ## Part B
            ### Task 1: Pages
            **Files:**
            - `c.ts`
            ### Task 1: Pages
            **Files:**
            - `d.ts`
            """);
    assertThat(reading.ids()).containsExactly("1-cart", "2", "1-pages", "1-pages-2");
  }

  @Test
  void putsTheNounBeforeIdsThatDifferentHeadingsShare() {
    FreeformReading reading =
        read(
            """
            ## Session 1: A
            **Files:**
            - `a.ts`
            ## Phase 1: B
            **Files:**
            - `b.ts`
            **Depends on:** Session 1
            """);
    assertThat(reading.ids()).containsExactly("Session-1", "Phase-1");
    assertThat(reading.order()).containsExactly("Phase-1<Session-1");
  }

  @Test
  void isTheLastResortForMarkdownOnly() {
    FreeformFormat format = new FreeformFormat();
    assertThat(format.recognises(source("a.md"))).isTrue();
    assertThat(format.recognises(source("-"))).isTrue();
    assertThat(format.recognises(source("tasks.json"))).isFalse();
  }

  private static PlanSource source(String name) {
    return new PlanSource(name, List.of(new SourceFile(name, "# T\n")));
  }
}
