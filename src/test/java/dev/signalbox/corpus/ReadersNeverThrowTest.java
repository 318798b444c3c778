package dev.signalbox.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.signalbox.claim.ClaimCheck;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.PlanFormat;
import dev.signalbox.plan.PlanReading;
import dev.signalbox.plan.PlanSource;
import dev.signalbox.plan.SourceFile;
import dev.signalbox.plan.gsd.GsdFormat;
import dev.signalbox.plan.speckit.SpecKitFormat;
import dev.signalbox.plan.taskmaster.TaskmasterFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the text, a reader returns phases or an error, never an exception or nothing. */
class ReadersNeverThrowTest {
  private static final String SPEC_KIT =
      """
      # Tasks: x
      ## Phase 1: Setup
      **Goal**: it works
      - [ ] T001 [P] [US1] Add `src/a.ts` and src/[id]/{b,c}.ts (depends on T002-T003)
        - also **bold** `x/*.md`, [a](b.md)
      - [x] **T002a** [P:2.1] see ../x, /y, ~/z, C:\\w
      ## Dependencies
      T001 -> T002a, T003; T003 blocks T001
      """;
  private static final String GSD =
      """
      ---
      phase: 06.1-x
      plan: 02
      wave: 2
      depends_on: ["06.1-01", 1, x/06-01-PLAN.md]
      files_modified:
        - src/a.ts (new)
        - src/[id]/
        - src/*.{ts,js}
      must_haves:
        truths: [a, "b: c"]
      ---
      <objective>
      Do it. Purpose: so.
      </objective>
      <tasks><task type="auto">
      <name>Task 1: x</name></task>
      </tasks>
      """;
  private static final String TASKMASTER =
      """
      {"master": {"tasks": [{"id": 1, "title": "a", "details": "Files: src/{a,b}.ts, *.md",
       "dependencies": ["2.1", 2], "subtasks": [{"id": 1, "dependencies": [1, "3.1"]}]},
       {"id": "2"}]}, "other": {"tasks": []}}
      """;
  private static final String INSERTED = "\n\t -*[](){}`<>/\\.,:;\"'#TP0129~$@&|…\u0000\u2192";

  @Test
  void specKit() {
    readMutations(new SpecKitFormat(), "tasks.md", SPEC_KIT);
  }

  @Test
  void gsd() {
    readMutations(new GsdFormat(), "06.1-02-PLAN.md", GSD);
  }

  @Test
  void taskmaster() {
    readMutations(new TaskmasterFormat(), "tasks.json", TASKMASTER);
  }

  private static void readMutations(PlanFormat format, String name, String text) {
    for (int seed = 0; seed < 1_000; seed++) {
      Random random = new Random(seed);
      StringBuilder mutated = new StringBuilder(text);
      for (int i = random.nextInt(6); i >= 0; i--) {
        mutate(mutated, random);
      }
      PlanSource source = new PlanSource(name, List.of(new SourceFile(name, mutated.toString())));
      try {
        PlanReading reading = format.read(source);
        ClaimCheck.problems(reading.plan().phases());
        boolean isToldOf = reading.problems().stream().anyMatch(Problem::isError);
        assertThat(!reading.plan().phases().isEmpty() || isToldOf).isTrue();
      } catch (RuntimeException | AssertionError e) {
        fail("seed %d:%n%s".formatted(seed, mutated), e);
      }
    }
  }

  private static void mutate(StringBuilder text, Random random) {
    int at = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), at + random.nextInt(12));
    switch (random.nextInt(3)) {
      case 0 -> text.delete(at, to);
      case 1 -> text.insert(at, text.substring(at, to));
      default -> text.insert(at, INSERTED.charAt(random.nextInt(INSERTED.length())));
    }
  }
}
