package dev.signalbox.runner.codex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.session.Spoken;
import org.junit.jupiter.api.Test;

/** The form of items: the app server's documentation, and recordings of it. */
class ShownLineTest {
  private static String started(String item) {
    return "{\"method\":\"item/started\",\"params\":{\"item\":" + item + "}}";
  }

  @Test
  void aToolIsShownWithWhatItWasUsedWith() {
    assertThat(
            ShownLine.of(
                started(
                    "{\"type\":\"fileChange\",\"changes\":[{\"path\":\"a\",\"diff\":\"@@ -1 +1 @@\\n-x\\n+y\"}]}")))
        .containsExactly(new Spoken.ToolUsed("Edit a", "@@ -1 +1 @@\n-x\n+y"));
    assertThat(ShownLine.of(started("{\"type\":\"commandExecution\",\"command\":\"ls\\n-l\"}")))
        .containsExactly(new Spoken.ToolUsed("Shell ls -l", "ls\n-l"));
    assertThat(
            ShownLine.of(
                started(
                    "{\"type\":\"mcpToolCall\",\"server\":\"s\",\"tool\":\"t\",\"arguments\":{}}")))
        .containsExactly(new Spoken.ToolUsed("s t"));
  }
}
