package dev.signalbox.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReviewsTextTest {
  private static final ReviewView PLAN =
      new ReviewView(
          Optional.empty(), "trio", "Gate 2 passed by ann", 1, "APPROVE", List.of(), List.of());

  private static ReviewView.Row row(String id, String finding, Optional<String> coverage) {
    return new ReviewView.Row(
        id,
        "Important",
        finding,
        new ReviewView.Voices(List.of("security/deep"), 2, 3, coverage, List.of()),
        Optional.of(new ReviewView.Decision("deferred", "ann", "SHOP-9")),
        "Carried forward");
  }

  private static ReviewView work() {
    return new ReviewView(
        Optional.of(new ReviewView.Work("S-A", Optional.empty())),
        "debate: Structured debate",
        "waits for your decision",
        2,
        "REVISE",
        List.of("I1: all agree \u001b[31m that the amount has to be checked before it is charged"),
        List.of(
            row("I1", "src/Pay.java:12: The amount is not checked", Optional.of("deep-only")),
            row("I2", "x".repeat(300), Optional.empty())));
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    for (int width : new int[] {80, 120, 200}) {
      List<String> lines = ReviewsText.lines(List.of(PLAN, work()), width);
      assertThat(lines).as("%d columns", width).allMatch(line -> line.length() <= width);
      assertThat(String.join("\n", lines))
          .contains("Row", "Severity", "I1", "Carried forward", "2 of 3, deep-only")
          .doesNotContain("\u001b");
    }
  }

  @Test
  void aWideTerminalShowsWhoDecidedWhat() {
    assertThat(ReviewsText.lines(List.of(work()), 200))
        .anyMatch(line -> line.contains("deferred by ann: SHOP-9"))
        .anyMatch(line -> line.contains("security/deep"));
  }

  @Test
  void whatWasFoundNowhereIsSaid() {
    assertThat(ReviewsText.lines(List.of(PLAN), 80))
        .containsExactly("The plan (trio, round 1): Gate 2 passed by ann, nothing was found");
  }
}
