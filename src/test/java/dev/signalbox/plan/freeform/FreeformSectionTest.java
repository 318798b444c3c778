package dev.signalbox.plan.freeform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.Resource;
import org.junit.jupiter.api.Test;

/** What is read of a phase's section, and of what stands outside. */
class FreeformSectionTest {

  private static FreeformReading read(String text) {
    return FreeformReading.of(text);
  }

  @Test
  void readsFileListsWithVerbsAndLineNumbers() {
    FreeformReading reading =
        read(
            """
            ### Task 1: A

            **Files:**

            - Create: `src/a.ts`
            - Modify: `src/b.ts:123-145` (the `old.ts` part)
            - Test: `test/*.ts`
            - Modify: All 12 files in `agents/`
            - Modify: Various test files

            **Goal:** `src/not.ts` stays
            """);
    assertThat(reading.touches(0))
        .containsExactly("src/a.ts", "src/b.ts", "test/*.ts", "agents/**");
    assertThat(reading.phases().getFirst().scope().touches().get(1).position())
        .hasToString("p.md:6:12");
    assertThat(reading.problems()).containsExactly("PLAN_PART_NOT_READ p.md:9:3");
  }

  @Test
  void readsFilesBelowHeadingsAndInTables() {
    FreeformReading reading =
        read(
            """
            ## Phase 1: A
            ### Files to Create
            - `src/a.ts` — with `b.ts` in mind
            ### Files to Modify
            - `src/c.ts` — why
            ### Notes
            - `src/d.ts`
            ## Phase 2: B
            | Task | File | RFC |
            |---|---|---|
            | Encode | `src/e.c/h` | 1 |
            | Decode | multiple | 2 |
            """);
    assertThat(reading.touches(0)).containsExactly("src/a.ts", "src/c.ts");
    assertThat(reading.touches(1)).containsExactly("src/e.c", "src/e.h");
    assertThat(reading.phases().get(1).brief().tasks()).containsExactly("Encode", "Decode");
  }

  @Test
  void readsTablesThatSayWhichPhaseTouchesWhat() {
    FreeformReading reading =
        read(
            """
            ## Phase 1: A
            x
            ## Phase 2: B
            y
            ## File Inventory
            | # | File | Phase | Purpose |
            |---|------|-------|---------|
            | 1 | `src/a.ts` | 1 | x |
            | 2 | `src/both.ts` | 1, 2 | x |
            ## Order
            | Stage | Phases | Execution |
            |---|---|---|
            | 1 | Phase 1, Phase 2 | Parallel |
            """);
    assertThat(reading.touches(0)).containsExactly("src/a.ts", "src/both.ts");
    assertThat(reading.touches(1)).containsExactly("src/both.ts");
    assertThat(reading.claims()).doesNotContain("-");
  }

  @Test
  void reportsUnsafePathsWhereTheyStand() {
    FreeformReading reading =
        read("### Task 1: A\n\n**Files:**\n- Create: `/etc/x`\n- Create: `a/../../b`\n- `~/c`\n");
    assertThat(reading.problems())
        .containsExactly(
            "PLAN_PATH_UNSAFE p.md:4:12",
            "PLAN_PATH_UNSAFE p.md:5:12",
            "PLAN_PATH_UNSAFE p.md:6:4");
    assertThat(reading.problem().isError()).isTrue();
  }

  @Test
  void readsOrderFromLabels() {
    FreeformReading reading =
        read(
            """
            ## Task 1: A
            **Blocks:** Task 3
            ## Task 2: B
            **Depends on:** None
            ## Task 3: C
            ### Dependencies
            - Blocked by: Task 2
            - Blocks: None
            ## Task 4: D
            **Depends on:** Tasks 1-3, Task 9
            ## Task 5: E
            **Interfaces:**
            - Consumes: `save` (Task 2); the router
            - Produces: `load`
            ## Task 6: F
            **Depends on:** the weather
            """);
    assertThat(reading.order()).containsExactly("3<1", "3<2", "4<1", "4<2", "4<3", "4<9", "5<2");
    assertThat(reading.problems()).containsExactly("PLAN_PART_NOT_READ p.md:16:17");
    assertThat(reading.reading().counts().edges()).isEqualTo(7);
  }

  @Test
  void readsPathsBehindDependsOnAsReads() {
    FreeformReading reading =
        read(
            """
            ## Task 1: A
            **Files:**
            - `src/lib/core/log.js`
            ## Task 2: B
            **Files:**
            - `src/lib/b.js`

            Depends on: `core/log.js`
            """);
    assertThat(reading.phases().get(1).scope().reads())
        .singleElement()
        .isInstanceOfSatisfying(
            Resource.Files.class,
            read -> assertThat(read.touch().glob().text()).isEqualTo("src/lib/core/log.js"));
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void readsOrderAndClaimsFromSentencesOutside() {
    FreeformReading reading =
        read(
            """
            ## Task 1: A
            ## Task 2: B
            **Tasks 3 depends on this `Shape`.**
            ## Task 3: C
            ## Task 4: D
            ## Task 5: E
            ## Order
            Task 2 shares a folder with
            Task 1; Task 2 depends on 1. Task 5 depends on all others completing.

            - Tasks 3 and 4 can run in parallel (all depend only on Task 1)
            - Task 4 is not independent of Task 5
            """);
    assertThat(reading.order())
        .containsExactly("2<1", "3<1", "3<2", "4<1", "5<1", "5<2", "5<3", "5<4");
    assertThat(reading.claims())
        .containsExactly(
            "-", "-", "said to be parallel in line 11", "said to be parallel in line 11", "-");
  }

  @Test
  void readsAChainAndAClaimOnAll() {
    FreeformReading reading =
        read("## Task 1: A\n## Task 2: B\n## Notes\nTasks 1 → 2 (sequential, same file)\n");
    assertThat(reading.order()).containsExactly("2<1");
    assertThat(
            read("## Task 1: A\n## Task 2: B\n## Notes\nAll 2 tasks are independent.\n").claims())
        .doesNotContain("-");
  }

  @Test
  void groupsPhasesCalledParallelByWhatTheyWaitFor() {
    FreeformReading reading =
        read(
            """
            ## Phase 1: A
            ### Parallel: No
            ## Phase 2: B
            ### Parallel: Yes
            **Depends on:** Phase 1
            ## Phase 3: C (optional — can parallel)
            **Depends on:** Phase 1
            ## Phase 4: D [P]
            """);
    assertThat(reading.claims())
        .containsExactly("-", "parallel after 1", "parallel after 1", "parallel from the start");
    assertThat(reading.reading().counts().parallelLabels()).isEqualTo(3);
  }

  @Test
  void readsTheBriefOfAPhase() {
    Phase phase =
        read("""
        ## Phase 1: A

        What it is about,
        on two lines.

        **Goal:** Be quick
        **Estimated effort:** 90m
        **Execution mode:** tdd
        **Issue:** [SHOP-1](https://x)

        - [ ] **Step 1: Write the test**

        - [x] **Step 2:** Make it pass

        ### Validation
        - It runs
          - on all machines
        - It stops

        **Deliverable:** A cart
        """)
            .phases()
            .getFirst();
    assertThat(phase.brief().context())
        .containsExactly("What it is about, on two lines.", "Be quick");
    assertThat(phase.brief().tasks()).containsExactly("Write the test", "Make it pass");
    assertThat(phase.brief().acceptance()).containsExactly("It runs", "It stops");
    assertThat(phase.brief().deliverable()).contains("A cart");
    assertThat(phase.handling().estimate().minutes()).hasValue(90);
    assertThat(phase.handling().exec()).contains(ExecMode.TDD);
    assertThat(phase.issue().orElseThrow()).hasToString("SHOP-1");
  }

  @Test
  void saysThatADrawingIsNotRead() {
    FreeformReading reading =
        read("## Task 1: A\n## Task 2: B\n## Dependency Graph\n```\n1 -> 2\n```\n");
    assertThat(reading.problems()).containsExactly("PLAN_PART_NOT_READ p.md:4:1");
  }

  @Test
  void addsWorkThatOnlyTheIndexNames() {
    FreeformReading reading =
        read(
            """
            | PR | Topic | Primary files | Status |
            |---|---|---|---|
            | **PR-1** | A | `a.c` | Landed |
            | **PR-2** | B | `b.c` | Open |
            | **PR-3** | Docs | `docs/**` | Open |

            ## PR-1 — A
            ## PR-2 — B
            """);
    assertThat(reading.ids()).containsExactly("PR-2", "PR-3");
    assertThat(reading.touches(0)).containsExactly("b.c");
    assertThat(reading.touches(1)).containsExactly("docs/**");
    assertThat(reading.phases().get(1).title()).isEqualTo("Docs");
    assertThat(reading.phases().get(1).issue()).isEmpty();
  }
}
