package dev.signalbox.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.PlanFormats;
import dev.signalbox.plan.PlanReading;
import dev.signalbox.plan.PlanSource;
import dev.signalbox.plan.SourceFile;
import dev.signalbox.plan.WrittenSection;
import dev.signalbox.plan.markdown.SignalboxFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan says the same before and after sessions were written into it. */
class PlanUnchangedTest {
  private static final String OURS =
      """
      ---
      topic: shop
      verify: make test
      ---
      # Shop

      ## Phase 1A: Gates (SHOP-101)
      - exec: tdd
      - touches: src/review/**

      Context:
      - One
      - Two

      Acceptance:
      - [ ] It works

      Tasks:
      1. Write the test

      Deliverable: Gates.
      """;

  private static final String MAP =
      """
      # Shop

      | Phase | Issues | Focus | Batch | Dependencies |
      |-------|--------|-------|-------|--------------|
      | 1A | SHOP-1 | Cart | 1 | None |
      | 2A | SHOP-3 | Reports | 2 | 1A |
      """;

  private static final String TASKS =
      """
      # Tasks: Shop

      ## Phase 1: Setup

      - [ ] T001 Make the cart in src/cart.ts
      - [ ] T002 [P] Make the order in src/order.ts
      """;

  private static final String FREE =
      """
      # Shop

      ### Task 1: Cart

      **Files:** Modify `src/cart.ts`

      ### Task 2: Order

      **Depends on:** Task 1
      **Files:** Modify `src/order.ts`
      """;

  private static final List<String> PLANS =
      List.of(
          OURS,
          OURS.stripTrailing(),
          OURS.replace("\n", "\r\n"),
          OURS.replace("# Shop\n", "").replace("## Phase", "# Phase"),
          OURS + "\n```\nan open fence\n",
          OURS + "\n<!-- an open comment\n",
          OURS + "\n<pre>\nan open block\n",
          OURS + "\n> a quote",
          MAP,
          MAP.stripTrailing(),
          TASKS,
          FREE);

  @Test
  void everyFormatReadsWhatItReadBefore() {
    for (String plan : PLANS) {
      PlanFormats.Read before = read(WrittenSection.blankIn(plan));
      assertThat(before.reading().plan().phases()).as(plan).isNotEmpty();
      for (String text : Registries.HOSTILE) {
        PlanFormats.Read after = read(WrittenSection.blankIn(edit(plan, text)));
        assertThat(after.format()).isEqualTo(before.format());
        assertThat(after.reading()).as("%s%n%s", plan, text).isEqualTo(before.reading());
      }
    }
  }

  @Test
  void whatFollowsTheSectionsKeepsItsPlace() {
    String more = "\n## Phase 2: Later\n- exec: quick\n- touches: docs/**\n";
    String written = edit(OURS, "said") + more;
    PlanReading reading = read(WrittenSection.blankIn(written)).reading();
    long line = written.lines().takeWhile(each -> !each.startsWith("## Phase 2")).count() + 1;
    assertThat(reading.plan().phases()).hasSize(2);
    assertThat(reading.plan().phases().getLast().position().line()).isEqualTo((int) line);
  }

  /** Also a reader that knows nothing of sections finds no phase in them. */
  @Test
  void theSectionsAreHarmlessByThemselves() {
    for (String plan : List.of(OURS, OURS.replace("# Shop\n", "").replace("## Phase", "# Phase"))) {
      PlanReading before = new SignalboxFormat().read(source(plan));
      for (String text : Registries.HOSTILE) {
        PlanReading after = new SignalboxFormat().read(source(edit(plan, text)));
        assertThat(after.plan().phases()).as(text).isEqualTo(before.plan().phases());
      }
    }
    PlanFormats.Read before = read(MAP);
    for (String text : Registries.HOSTILE) {
      PlanFormats.Read after = read(edit(MAP, text));
      assertThat(after.reading().plan().phases())
          .as(text)
          .isEqualTo(before.reading().plan().phases());
    }
  }

  private static String edit(String plan, String said) {
    PlanEdit.Outcome outcome =
        PlanEdit.apply(plan.getBytes(StandardCharsets.UTF_8), Registries.saying(said));
    assertThat(outcome).isInstanceOf(PlanEdit.Outcome.Edited.class);
    return new String(((PlanEdit.Outcome.Edited) outcome).bytes(), StandardCharsets.UTF_8);
  }

  private static PlanFormats.Read read(String text) {
    return PlanFormats.read(source(text));
  }

  private static PlanSource source(String text) {
    return new PlanSource("plan.md", List.of(new SourceFile("plan.md", text)));
  }
}
