package dev.signalbox.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Documents of any size come out readable, and say what they lack. */
class FittingTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @Test
  void whatFitsIsNotTouched() {
    ObjectNode small = NODES.objectNode().put("a", "b".repeat(Fitting.CHARS_MAX - 100));
    Fitting.Fitted fitted = Fitting.document(small);
    assertThat(fitted.document()).isEqualTo(small);
    assertThat(fitted.shortened()).isEmpty();
  }

  @Test
  void allThatIsLongerFitsAfterwardsAndSaysSo() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      ObjectNode whole = NODES.objectNode();
      whole.set("rows", rows(random, 1 + random.nextInt(1_500)));
      whole.put("text", "\ud83d\ude00".repeat(random.nextInt(40_000)));
      Fitting.Fitted fitted = Fitting.document(whole);
      boolean wasLong = whole.toString().length() > Fitting.CHARS_MAX;
      assertThat(fitted.document().toString().length())
          .as("seed %d", seed)
          .isLessThanOrEqualTo(Fitting.CHARS_MAX);
      assertThat(fitted.shortened().isPresent()).as("seed %d", seed).isEqualTo(wasLong);
      for (JsonNode row : fitted.document().path("rows")) {
        assertThat(row.path("n").isNumber()).as("seed %d", seed).isTrue();
      }
      String text = fitted.document().path("text").asString();
      assertThat(text.codePoints().filter(c -> c >= 0xd800 && c <= 0xdfff).count())
          .as("seed %d: no half of a character", seed)
          .isZero();
    }
  }

  private static ArrayNode rows(Random random, int count) {
    ArrayNode rows = NODES.arrayNode();
    for (int i = 0; i < count; i++) {
      rows.add(NODES.objectNode().put("n", i).put("s", "x".repeat(random.nextInt(200))));
    }
    return rows;
  }

  @Test
  void aDocumentOfKeysOnlyIsLeftOut() {
    ObjectNode keys = NODES.objectNode();
    for (int i = 0; i < 10_000; i++) {
      keys.put("key" + i, i);
    }
    Fitting.Fitted fitted = Fitting.document(keys);
    assertThat(fitted.document().isEmpty()).isTrue();
    assertThat(fitted.shortened()).hasValueSatisfying(how -> assertThat(how).contains("too long"));
  }

  @Test
  void aLongTextSaysHowMuchIsMissing() {
    assertThat(Fitting.text("a".repeat(Fitting.CHARS_MAX + 5))).endsWith("a [5 more characters]");
  }
}
