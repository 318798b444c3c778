package dev.signalbox.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.limit.ViewLimits;
import org.junit.jupiter.api.Test;

class ToolInputTest {
  @Test
  void whatStaysTheSameIsNeitherWentNorCame() {
    assertThat(ToolInput.change("a\nb\nc", "a\nc")).isEqualTo(" a\n-b\n c");
    assertThat(ToolInput.change("a", "a")).isEqualTo(" a");
    assertThat(ToolInput.change("a\na", "a")).isEqualTo(" a\n-a");
    assertThat(ToolInput.change("", "x\n-y")).isEqualTo("+x\n+-y");
    assertThat(ToolInput.change("x", "")).isEqualTo("-x");
  }

  @Test
  void aLongInputIsCutAndSaysSo() {
    String cut = ToolInput.bounded("x".repeat(ViewLimits.TOOL_INPUT_CHARS_MAX + 7));
    assertThat(cut)
        .hasSizeLessThan(ViewLimits.TOOL_INPUT_CHARS_MAX + 40)
        .endsWith("7 characters more");
    String pair = "x".repeat(ViewLimits.TOOL_INPUT_CHARS_MAX - 1) + "\uD83D\uDE80";
    assertThat(ToolInput.bounded(pair)).doesNotContain("\uD83D").contains("2 characters more");
  }
}
