package dev.signalbox.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What sessions hand in at milestones. */
class MilestoneReaderTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final List<String> TWO = List.of("security", "challenger");

  private static final String GOOD =
      """
      Commit: 0123456789abcdef0123456789abcdef01234567

      The schema is designed.

      # What was decided

      One table.

      ## security

      ```json
      {"recommendation": "REVISE", "findings": [{"id": "F1", "severity": "Critical",
       "location": "src/Pay.java:12", "claim": "Not checked", "evidence": "`take(amount)`"}]}
      ```

      ## challenger
      ```json
      {"recommendation": "APPROVE", "findings": []}
      ```
      """;

  @Test
  void eachPerspectiveHasItsFindings() {
    MilestoneReport report = MilestoneReader.read(TWO, GOOD);

    assertThat(report.problems()).isEmpty();
    assertThat(report.opinions()).extracting(Opinion::reviewer).isEqualTo(TWO);
    assertThat(report.opinions().getFirst().findings()).hasSize(1);
    assertThat(report.isAbout(COMMIT)).isTrue();
    assertThat(report.isAbout("f" + COMMIT.substring(1))).isFalse();
    assertThat(report.words())
        .startsWith("The schema is designed.")
        .contains("One table.")
        .doesNotContain("security", "Commit");
  }

  @Test
  void whatIsMissingIsToldAtOnce() {
    MilestoneReport report =
        MilestoneReader.read(
            List.of("security", "challenger", "ux-advocate"),
            GOOD.replace("Commit: 0", "At 0").replace("\"APPROVE\"", "\"FINE\""));

    assertThat(report.problems())
        .hasSize(3)
        .anyMatch(problem -> problem.contains("`Commit: ID`"))
        .anyMatch(problem -> problem.contains("`## challenger`: 1:20: expected recommendation"))
        .anyMatch(problem -> problem.contains("`## ux-advocate`: expected one block of JSON"));
    assertThat(report.opinions()).extracting(Opinion::reviewer).containsExactly("security");
    assertThat(report.isAbout(COMMIT)).isFalse();
  }

  @Test
  void anErrorMessageIsNoReview() {
    assertThat(MilestoneReader.read(TWO, " \n")).isEqualTo(MilestoneReport.NONE);
    assertThat(MilestoneReader.read(TWO, "You have hit your usage limit.").problems()).hasSize(3);
    assertThat(
            MilestoneReader.read(
                    List.of("security"),
                    "Commit: 0123456\n## security\n```json\nnothing to see\n```\n")
                .problems())
        .containsExactly(
            "`.sdd-review.md`, `## security`: expected a JSON object, found something else");
  }
}
