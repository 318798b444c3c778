package dev.signalbox.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Reviews that were written freely, taken apart. */
class FreeFormTest {
  private static List<String> read(String text) {
    return FreeForm.parts(text).stream()
        .map(part ->
            part.severity().map(Severity::word).orElse("-")
                + "|"
                + part.title()
                + "|"
                + part.place().map(Location::toString).orElse(""))
        .toList();
  }

  @Test
  void labelledItemsAreFindings() {
    assertThat(
            read(
                """
                I looked at the change.

                1. **Critical**: The amount is not checked, see `src/Pay.java:12-14`
                   It is charged at once.
                2. [P2] Nobody closes the file
                - nit: a typo in `README.md`
                """))
        .containsExactly(
            "Critical|The amount is not checked, see `src/Pay.java:12-14`|src/Pay.java:12-14",
            "Important|Nobody closes the file|",
            "Consider|a typo in `README.md`|");
  }

  @Test
  void aHeadingSaysItOfTheItemsBelow() {
    assertThat(
            read(
                """
                ## \uD83D\uDD34 Critical issues (2)
                - The key is logged
                - The token never ends

                ### Suggestions
                * Name it otherwise

                ## What is good
                - The tests
                """))
        .containsExactly(
            "Critical|The key is logged|",
            "Critical|The token never ends|",
            "Consider|Name it otherwise|");
  }

  @Test
  void headingsWithWordsOfTheirOwnAreFindings() {
    assertThat(
            read(
                """
                ### Critical: SQL is built from the request
                db/Query.java#L7 puts it together.

                ### Minor: too long
                Split it.
                """))
        .containsExactly(
            "Critical|SQL is built from the request|db/Query.java:7", "Consider|too long|");
  }

  @Test
  void whatNobodyToldApartStaysWhole() {
    assertThat(read("Critical sections are not locked.\n\n1. Take the lock\n2. Then write\n"))
        .containsExactly("-|Critical sections are not locked.|");
    assertThat(read("## Critical\n- None\n\n## Important\n- No issues found\n"))
        .containsExactly("-|Critical|");
    assertThat(read("High time to merge this - important or not.")).hasSize(1);
    assertThat(read(" \n")).isEmpty();
  }

  @Test
  void whatStandsInCodeIsNoFinding() {
    assertThat(read("Say:\n```\n1. **Critical**: a\n2. **Critical**: b\n```\n")).hasSize(1);
  }

  /** Random mixtures of such lines: every line is in exactly one part. */
  @Test
  void noLineIsLost() {
    List<String> lines =
        List.of(
            "1. **Critical**: a",
            "- [P2] b",
            "## Critical issues",
            "### Minor: x",
            "```",
            "~~~~",
            "",
            "text",
            "* low - c",
            "**Important**",
            "   - nit: d",
            "- None",
            "<!-- x -->",
            "#".repeat(50),
            "*".repeat(300) + "a",
            "src/a.b/".repeat(100) + "c.d:1",
            "\uD83D",
            "\r");
    for (long seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      String text =
          random
              .ints(1 + random.nextInt(12), 0, lines.size())
              .mapToObj(lines::get)
              .collect(Collectors.joining("\n"));
      List<FreeForm.Part> parts = FreeForm.parts(text);
      String together = parts.stream().map(FreeForm.Part::text).collect(Collectors.joining("\n"));
      assertThat(together).as("seed %d", seed).isEqualTo(text.isBlank() ? "" : text);
      assertThat(parts.stream().map(FreeForm.Part::severity).filter(Optional::isEmpty).count())
          .as("seed %d", seed)
          .isLessThan(2);
    }
  }
}
