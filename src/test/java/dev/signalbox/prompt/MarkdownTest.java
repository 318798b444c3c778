package dev.signalbox.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {

  @Test
  void aLineStaysOneLine() {
    assertThat(Markdown.line(" a\r\nb\u2028c\u0085d\u000Be\u0000f\tg  h "))
        .isEqualTo("a b c d e f g h");
  }

  @Test
  void aLineKeepsItsMarkup() {
    assertThat(Markdown.line("**a** `b` [c](d) 日本 👩‍🚀")).isEqualTo("**a** `b` [c](d) 日本 👩‍🚀");
  }

  @Test
  void whatTurnsTheDirectionOfTextIsDropped() {
    assertThat(Markdown.line("a\u202Eb\u2066c")).isEqualTo("abc");
  }

  @Test
  void codeUsesMoreBackticksThanItHolds() {
    assertThat(Markdown.code("a/b.c")).isEqualTo("`a/b.c`");
    assertThat(Markdown.code("a`b")).isEqualTo("``a`b``");
    assertThat(Markdown.code("``a")).isEqualTo("``` ``a ```");
  }

  @Test
  void aClauseHasNoFullStop() {
    assertThat(Markdown.clause("It holds.\n")).isEqualTo("It holds");
    assertThat(Markdown.clause("It holds")).isEqualTo("It holds");
  }
}
