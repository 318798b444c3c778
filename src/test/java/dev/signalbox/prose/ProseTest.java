package dev.signalbox.prose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Add orders. Then carts.              | Add orders
          Add orders                           | Add orders
          Add orders.                          | Add orders
          Add a.ts and b.ts. Done.             | Add a.ts and b.ts
          Add some, e.g. orders. Done.         | Add some, e.g. orders
          Call `a. b` first. Done.             | Call `a. b` first
          """)
  void cutsTheFirstSentence(String text, String expected) {
    assertThat(Prose.firstSentence(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"' a\n  b\tc ', a b c", "'', ''", "a, a"})
  void joinsLines(String text, String expected) {
    assertThat(Prose.oneLine(text)).isEqualTo(expected);
  }
}
