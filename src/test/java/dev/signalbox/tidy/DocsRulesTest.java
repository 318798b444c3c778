package dev.signalbox.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of {@link DocsTest} find what they are there to find. */
class DocsRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a](c.md)",
        "[a](../docs/c.md)",
        "[a](b.md#no-such-part)",
        "[a](c.md#part)",
        "[a](#none)",
        "[a](../do)",
        "![a](d.png)",
        "- [a](b.md) and [c](c.md)"
      })
  void aDeadLinkIsFound(String line) {
    assertThat(DocsTest.deadLinks(documents(line), "docs/a.md")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a](b.md)",
        "[a](../docs)",
        "[a](b.md#a-part-its-own)",
        "[a](#a)",
        "[a](https://b.c/d.md)",
        "[a](mailto:b@c.d)",
        "```\n[a](c.md)\n```",
        "a [b] (c.md)"
      })
  void aGoodLinkIsNotFound(String line) {
    assertThat(DocsTest.deadLinks(documents(line), "docs/a.md")).isEmpty();
  }

  @Test
  void sectionsEndAtTheNextHeadingAndCodeHoldsNone() {
    Markdown document = Markdown.parse("# A\na\n## B\nb\n```\n# C\n```\nc\n");
    assertThat(document.headings()).containsExactly("A", "B");
    assertThat(document.section("A")).isEqualTo("a");
    assertThat(document.section("B")).isEqualTo("b\nc");
  }

  private static Map<String, String> documents(String line) {
    return Map.of("docs/a.md", "# A\n" + line + "\n", "docs/b.md", "# B\n## A part: \"its\" own\n");
  }
}
