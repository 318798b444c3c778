package dev.signalbox.runner.codex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Codex' subagents, as its tools about them tell. */
class SubagentsTest {
  private static int told(Subagents subagents, String states) {
    return subagents
        .told(
            JsonMapper.shared()
                .readTree(
                    "{\"type\":\"collabAgentToolCall\",\"tool\":\"wait\",\"agentsStates\":"
                        + states
                        + "}"))
        .size();
  }

  @Test
  void eachIsToldOnceWhenItIsDone() {
    Subagents subagents = new Subagents();
    assertThat(told(subagents, "{\"a\":{\"status\":\"running\"}}")).isZero();
    assertThat(told(subagents, "{\"a\":{\"status\":\"completed\"},\"b\":{\"status\":\"errored\"}}"))
        .isEqualTo(1);
    assertThat(told(subagents, "{\"a\":{\"status\":\"completed\"}}")).isZero();
    assertThat(told(subagents, "null")).isZero();
  }
}
