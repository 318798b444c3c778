package dev.signalbox.fuzz;

import dev.signalbox.plan.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The texts that are mutated: real plans where they are at hand, else a few made up ones. */
final class FuzzSeeds {
  private static final String MAP =
      """
      # Shop

      | Phase | Issues | Focus | Batch | Dependencies |
      |-------|--------|-------|-------|--------------|
      | 1A | [SHOP-1](url), SHOP-9 | Cart | 1 | None |
      | 1B | SHOP-2 | Orders | 1 | None (parallel with 1A) |
      | 2A | SHOP-3 | Reports | 2 | 1A-1B |

      ```
      Implement SHOP-1 from master plan SHOP-0 (Phase 1A: Cart).

      Context:
      - small

      Execution mode: tdd

      Tasks:
      1. Write the test

      Deliverable: A cart.
      ```
      """;

  private static final String TASKS =
      """
      # Plan

      <details>
      <summary>Old</summary>

      - [x] Phase 0: Done

      </details>

      ### Task 1: Cart (SHOP-1)

      **Files:**
      - Create: `src/cart.ts:12-40`
      - Test: `test/{cart,order}.test.ts`

      - [ ] **Step 1: Write the test**

      ### Task 2: Orders (can parallel)

      **Depends on:** Task 1
      **Files:** Modify `src/order/`, `a.ts`; delete `../x`

      | Task | Files | Depends on |
      |------|-------|------------|
      | 1-2 | `src/**` | None |
      """;

  private static final String TEMPLATE =
      """
      {"templateData": {"title": "T", "descriptionData": {"type": "doc", "content": [
        {"type": "table", "content": [
          {"type": "table_row", "content": [
            {"type": "table_header", "content": [{"type": "text", "text": "Phase"}]},
            {"type": "table_header", "content": [{"type": "text", "text": "Issue"}]}]},
          {"type": "table_row", "content": [
            {"type": "table_cell", "content": [{"type": "text", "text": "1"}]},
            {"type": "table_cell", "content": [{"type": "text", "text": "SHOP-1"}]}]}]}]}}}
      """;

  private static final int CHARS_MAX = 60_000;

  private FuzzSeeds() {}

  /** All seeds, in a fixed order, each under its path. */
  static List<SourceFile> all() {
    Path root = Path.of(System.getProperty("signalbox.root", ".")).toAbsolutePath().normalize();
    List<SourceFile> seeds = new ArrayList<>(ownSeeds());
    seeds.addAll(below(root.resolve("examples")));
    Path corpus = root.resolve("../shared/corpus/plans").normalize();
    if (Files.isDirectory(corpus)) {
      seeds.addAll(below(corpus));
    } else {
      System.err.println("PlanFuzzTest: no corpus at ../shared/corpus, made-up seeds only");
    }
    return List.copyOf(seeds);
  }

  private static List<SourceFile> below(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(".md") || file.toString().endsWith(".json"))
          .sorted()
          .map(file -> read(folder, file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceFile read(Path folder, Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      String start = text.length() > CHARS_MAX ? text.substring(0, CHARS_MAX) : text;
      return new SourceFile(folder.relativize(file).toString(), start);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<SourceFile> ownSeeds() {
    return List.of(
        new SourceFile("own/empty.md", ""),
        new SourceFile("own/map.md", MAP),
        new SourceFile("own/tasks.md", TASKS),
        new SourceFile("own/template.json", TEMPLATE));
  }
}
