package dev.signalbox.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.IssueId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordTextTest {
  private static final RecordHeading HEADING =
      new RecordHeading(
          "SHOP-1",
          Optional.of(LocalDate.parse("2026-03-01")),
          "E persona panel",
          List.of("security", "challenger", "ops"),
          List.of("ux: usage limit"),
          List.of(),
          Optional.empty());

  private static ReviewRecord record() {
    Finding hostile =
        Found.of(
            "F1",
            Severity.CRITICAL,
            "src/Pay.java:10",
            "The amount | is <!-- not --> checked, @admin; fixes #12\nsecond line");
    return new ReviewRecord(
            1,
            Recommendation.RETHINK,
            List.of(
                Found.row(
                    RowId.of("I1").orElseThrow(),
                    3,
                    Found.by("security", hostile),
                    Found.by("challenger", hostile)),
                Found.row(
                    RowId.of("N1").orElseThrow(),
                    3,
                    Found.by("ops", Found.of("F9", Severity.CONSIDER, "", "No metric")))))
        .ruled(
            RowId.of("I1").orElseThrow(), new RowDecision.Deferred(new IssueId("SHOP-456")), "ada");
  }

  @Test
  void everyRowIsInOneTableAndStaysOneLine() {
    List<String> lines = RecordText.of(HEADING, record());

    assertThat(lines)
        .contains(
            "**Without an opinion:** ux: usage limit  ",
            "**Recommendation:** RETHINK  ",
            "### Findings",
            "### Found by fewer than two thirds of the reviewers",
            "| N1 | Consider | No metric | ops (1 of 3) | open |  |");
    String row = lines.stream().filter(line -> line.startsWith("| I1 ")).findFirst().orElseThrow();
    assertThat(row)
        .startsWith("| I1 | Important (critical by 2 of 3) | src/Pay.java:10: The amount &#124; is")
        .endsWith("| security, challenger (2 of 3) | deferred by ada | SHOP-456 |")
        .doesNotContain("<!--", "@admin", "fixes #12");
  }

  @Test
  void whoAnsweredWhatIsSaidOnceForEachRow() {
    RowId i1 = RowId.of("I1").orElseThrow();
    RowId n1 = RowId.of("N1").orElseThrow();
    ReviewRecord record =
        record()
            .answered(
                List.of(
                    new Stance(i1, "ops", Stance.Kind.CONTRADICT, Optional.empty(), "no | @bank"),
                    new Stance(n1, "security", Stance.Kind.AGREE, Optional.empty(), "yes"),
                    new Stance(n1, "challenger", Stance.Kind.AGREE, Optional.empty(), "yes")));
    RecordHeading heading =
        new RecordHeading(
            "SHOP-1",
            Optional.of(LocalDate.parse("2026-03-01")),
            "debate",
            List.of("security"),
            List.of(),
            List.of("answers of ux (usage limit)"),
            Optional.of(new Synthesis(List.of(new Synthesis.Point(List.of(i1), "All <b>")))));

    List<String> lines = RecordText.of(heading, record);
    assertThat(lines)
        .containsSubsequence("### Synthesis", "### Findings", "### Answers")
        .contains("**Missing:** answers of ux (usage limit)  ")
        .anyMatch(line -> line.startsWith("- I1: All ") && !line.contains("<b>"));
    assertThat(lines.getLast()).isEqualTo("- N1: challenger, security agree");
    assertThat(lines.get(lines.size() - 2))
        .startsWith("- I1: ops contradicts: no &#124; ")
        .doesNotContain("@bank");
  }

  @Test
  void noFindingsAreSaid() {
    assertThat(
            RecordText.of(HEADING, new ReviewRecord(1, Recommendation.APPROVE, List.of()))
                .getLast())
        .isEqualTo("No findings.");
  }

  @Test
  void theFixForwardSummaryNamesEveryRowOnce() {
    ReviewRecord record =
        record().ruled(RowId.of("N1").orElseThrow(), new RowDecision.Agreed(), "ada");

    assertThat(FixForward.lines(record, _ -> true))
        .containsSubsequence("Resolved here:", "- N1 Consider: No metric")
        .containsSubsequence("Carried forward:")
        .filteredOn(line -> line.startsWith("- "))
        .hasSize(2);
    assertThat(FixForward.lines(record, _ -> false)).contains("Agreed and not resolved:");
  }
}
