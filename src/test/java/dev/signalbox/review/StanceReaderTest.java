package dev.signalbox.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StanceReaderTest {
  private static final RowId C1 = RowId.of("C1").orElseThrow();
  private static final RowId I2 = RowId.of("I2").orElseThrow();

  private static StanceReader.Reading read(String text) {
    return StanceReader.read("ux", text, List.of(C1, I2));
  }

  @Test
  void eachFindingHasOneAnswer() {
    StanceReader.Reading reading =
        read(
            """
            ```json
            {"answers": [
              {"row": "I2", "answer": "PRIORITY", "severity": "Consider", "reason": "rare"},
              {"row": "C1", "answer": "CONTRADICT", "reason": "it is checked in Bank"}
            ]}
            ```
            """);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.stances())
        .contains(
            List.of(
                new Stance(I2, "ux", Stance.Kind.PRIORITY, Optional.of(Severity.CONSIDER), "rare"),
                new Stance(
                    C1, "ux", Stance.Kind.CONTRADICT, Optional.empty(), "it is checked in Bank")));
  }

  @Test
  void whatIsLeftOutAnsweredTwiceOrUnknownIsTold() {
    String text =
        """
        {"answers": [
          {"row": "C1", "answer": "AGREE", "reason": "x"},
          {"row": "C1", "answer": "SCOPE", "reason": "x"},
          {"row": "N7", "answer": "AGREE", "reason": "x"}
        ]}
        """;

    assertThat(read(text).stances()).isEmpty();
    assertThat(read(text).problems())
        .containsExactly(
            "expected one answer to C1, found another",
            "expected an answer to one of [C1, I2], found N7",
            "expected an answer to I2, found none");
  }

  @Test
  void allProblemsOfTheFormAreToldWithTheirPlace() {
    String text =
        """
        {"answers": [
          {"row": "c1", "answer": "MAYBE", "reason": " "},
          {"row": "I2", "answer": "PRIORITY", "reason": "x"},
          {"row": "I2", "answer": "AGREE", "severity": "Critical", "reason": "x"},
          7
        ], "more": 1}
        """;

    List<String> problems = read(text).problems();
    assertThat(problems).anyMatch(each -> each.startsWith("2:11: expected row: the id"));
    assertThat(problems).anyMatch(each -> each.startsWith("2:27: expected answer: AGREE"));
    assertThat(problems).anyMatch(each -> each.contains("expected reason to say something"));
    assertThat(problems).anyMatch(each -> each.startsWith("3:3: expected severity: Critical"));
    assertThat(problems).anyMatch(each -> each.contains("with PRIORITY only, found AGREE"));
    assertThat(problems).anyMatch(each -> each.startsWith("5:3: expected an answer as an object"));
    assertThat(problems).anyMatch(each -> each.contains("found another key"));
  }

  @Test
  void wordsWithoutAnswersAreNone() {
    for (String text : List.of("", "You have reached your usage limit.", "```json\n```", "{}")) {
      assertThat(read(text).stances()).as(text).isEmpty();
      assertThat(read(text).problems()).as(text).isNotEmpty();
    }
  }

  @Test
  void whatTheReaderTakesTheSchemaTakes() {
    Schemas.agree(
        "stances.schema.json",
        20261128,
        StanceReaderTest::json,
        json -> StanceReader.form("a", json).value().isPresent());
  }

  private static String json(Random random) {
    StringBuilder answers = new StringBuilder();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      answers.append(i == 0 ? "" : ", ").append(answer(random, i));
    }
    return "{\"answers\": %s%s}"
        .formatted(
            random.nextInt(15) == 0 ? "{}" : "[" + answers + "]",
            random.nextInt(15) == 0 ? ", \"more\": 1" : "");
  }

  private static String answer(Random random, int number) {
    StringBuilder keys = new StringBuilder();
    boolean isPriority = random.nextInt(3) == 0;
    Schemas.key(keys, random, "row", "C" + (1 + number), "C0");
    Schemas.key(keys, random, "answer", isPriority ? "PRIORITY" : "SCOPE", "YES");
    if (isPriority ? random.nextInt(8) != 0 : random.nextInt(12) == 0) {
      Schemas.key(keys, random, "severity", "Important", "High");
    }
    Schemas.key(keys, random, "reason", "It breaks.", random.nextBoolean() ? " " : "");
    if (random.nextInt(40) == 0) {
      Schemas.key(keys, random, "reasons", "It breaks.", "");
    }
    return "{" + keys + "}";
  }
}
