package dev.signalbox.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SynthesisReaderTest {
  private static final RowId C1 = RowId.of("C1").orElseThrow();
  private static final RowId I2 = RowId.of("I2").orElseThrow();

  private static SynthesisReader.Reading read(String text) {
    return SynthesisReader.read(text, List.of(C1, I2));
  }

  @Test
  void pointsAboutKnownRowsAreASynthesis() {
    assertThat(
            read("{\"points\": [{\"rows\": [\"C1\", \"I2\"], \"text\": \"C1 hides I2.\"}]}")
                .synthesis())
        .contains(new Synthesis(List.of(new Synthesis.Point(List.of(C1, I2), "C1 hides I2."))));
  }

  @Test
  void whatNamesARowThatIsNotThereIsRefused() {
    for (String point :
        List.of(
            "{\"rows\": [\"C7\"], \"text\": \"x\"}",
            "{\"rows\": [\"C1\"], \"text\": \"see (C7), too\"}")) {
      assertThat(read("{\"points\": [" + point + "]}").problems())
          .as(point)
          .containsExactly("expected one of [C1, I2], found C7");
    }
    assertThat(
            read("{\"points\": [{\"rows\": [\"C1\"], \"text\": \"HTTP/1, AC7-N1x\"}]}").problems())
        .isEmpty();
  }

  @Test
  void aPointWithoutRowsAddsSomethingAndIsRefused() {
    assertThat(read("{\"points\": [{\"rows\": [], \"text\": \"also\"}]}").problems())
        .singleElement()
        .asString()
        .contains("expected rows: a list");
    assertThat(read("{\"points\": []}").problems()).singleElement().asString().contains("at least");
    assertThat(read("All is well.").problems())
        .containsExactly("expected one block of JSON with the synthesis, found 0");
  }

  @Test
  void whatTheReaderTakesTheSchemaTakes() {
    Schema schema = Schemas.of("synthesis.schema.json");
    long seed = 20261129;
    Random random = new Random(seed);
    int taken = 0;
    for (int i = 0; i < 2_000; i++) {
      String json = json(random);
      boolean isTaken = SynthesisReader.form(json).value().isPresent();
      taken += isTaken ? 1 : 0;
      assertThat(isTaken)
          .as("seed %d, document %d:%n%s", seed, i, json)
          .isEqualTo(schema.validate(json, InputFormat.JSON).isEmpty());
    }
    assertThat(taken).isBetween(200, 1_800);
  }

  private static String json(Random random) {
    StringBuilder points = new StringBuilder();
    int count = random.nextInt(25) == 0 ? 13 : random.nextInt(4);
    for (int i = 0; i < count; i++) {
      String rows =
          switch (random.nextInt(20)) {
            case 0 -> "[]";
            case 1 -> "\"C1\"";
            case 2 -> "[\"c1\"]";
            case 3 -> "[\"C1\", {}]";
            default -> "[\"C1\", \"N2\"]";
          };
      String text = random.nextInt(20) == 0 ? " " : "x".repeat(random.nextInt(20) == 0 ? 1_001 : 9);
      points
          .append(i == 0 ? "" : ", ")
          .append("{\"rows\": %s, \"text\": \"%s\"}".formatted(rows, text));
    }
    return "{\"%s\": [%s]}".formatted(random.nextInt(25) == 0 ? "point" : "points", points);
  }
}
