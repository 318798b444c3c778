package dev.signalbox.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OpinionReaderTest {
  private static final String GOOD =
      """
      {
        "recommendation": "REVISE",
        "findings": [
          {
            "id": "F1",
            "severity": "Critical",
            "location": "src/Pay.java:12-14",
            "claim": "The amount is not checked.",
            "evidence": "charge(-5) is accepted",
            "suggestion": "Refuse it."
          }
        ]
      }
      """;

  @Test
  void aBlockOfJsonInMarkdownIsRead() {
    OpinionReading reading =
        OpinionReader.read("security", "# Review\n\nI looked.\n\n```json\n" + GOOD + "```\n");

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.opinion())
        .contains(
            new Opinion(
                "security",
                Recommendation.REVISE,
                List.of(
                    new Finding(
                        "F1",
                        Severity.CRITICAL,
                        Optional.of(new Location("src/Pay.java", 12, 14)),
                        "The amount is not checked.",
                        "charge(-5) is accepted",
                        "Refuse it."))));
  }

  @Test
  void wordsWithoutFindingsAreNoReview() {
    for (String text :
        List.of("", "You have reached your usage limit.", "All is well.", "```json\n```", "{}")) {
      OpinionReading reading = OpinionReader.read("a", text);
      assertThat(reading.opinion()).as(text).isEmpty();
      assertThat(reading.problems()).as(text).isNotEmpty();
    }
  }

  @Test
  void nothingFoundIsAReview() {
    assertThat(
            OpinionReader.read("a", "{\"recommendation\": \"APPROVE\", \"findings\": []}")
                .opinion())
        .contains(new Opinion("a", Recommendation.APPROVE, List.of()));
  }

  @Test
  void allProblemsAreToldWithTheirPlaceInTheText() {
    String text =
        """
        Here it is:

        ```json
        {
          "recommendation": "MAYBE",
          "findings": [
            {"id": "a b", "severity": "Huge", "claim": "", "evidence": "x", "more": 1},
            7
          ]
        }
        ```
        """;

    List<String> problems = OpinionReader.read("a", text).problems();

    assertThat(problems).anyMatch(each -> each.startsWith("5:21: expected recommendation"));
    assertThat(problems).anyMatch(each -> each.startsWith("7:12: expected id"));
    assertThat(problems).anyMatch(each -> each.contains("expected severity"));
    assertThat(problems).anyMatch(each -> each.contains("expected claim to say something"));
    assertThat(problems).anyMatch(each -> each.contains("found another key"));
    assertThat(problems).anyMatch(each -> each.startsWith("8:5: expected a finding"));
  }

  @Test
  void whatTheReaderTakesTheSchemaTakes() {
    Schemas.agree(
        "findings.schema.json",
        20260301,
        OpinionReaderTest::json,
        json -> OpinionReader.read("a", json).opinion().isPresent());
  }

  /** Mostly right, each part sometimes wrong or absent. */
  private static String json(Random random) {
    StringBuilder findings = new StringBuilder();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      findings.append(i == 0 ? "" : ", ").append(finding(random, i));
    }
    return "{%s\"findings\": %s}"
        .formatted(
            random.nextInt(12) == 0
                ? ""
                : "\"recommendation\": \"%s\", "
                    .formatted(random.nextInt(12) == 0 ? "OK" : "REVISE"),
            random.nextInt(15) == 0 ? "{}" : "[" + findings + "]");
  }

  private static String finding(Random random, int number) {
    StringBuilder keys = new StringBuilder();
    Schemas.key(keys, random, "id", "F" + number, "-");
    Schemas.key(keys, random, "severity", "Important", "important!");
    Schemas.key(keys, random, "claim", "It breaks.", "");
    Schemas.key(keys, random, "evidence", "A test fails.", "x".repeat(8_001));
    if (random.nextBoolean()) {
      Schemas.key(
          keys, random, "location", "src/A.java:" + (1 + random.nextInt(99)), "y".repeat(521));
    }
    if (random.nextInt(15) == 0) {
      Schemas.key(keys, random, "color", "red", "blue");
    }
    return "{" + keys + "}";
  }
}
