package dev.signalbox.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.agent.AgentPreference;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.ExecMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferringTest {
  private static final AgentId CODEX = new AgentId("codex");
  private static final AgentId CLAUDE = new AgentId("claude");

  @TempDir private Path folder = Path.of("");

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private AgentPreference shared(String text) throws IOException {
    return ConfigFiles.read(List.of(), List.of(file("shared.yaml", text))).preferred();
  }

  @Test
  void agentsArePreferredInOrderOrByMode() throws IOException {
    assertThat(shared("prefer: [codex, claude]"))
        .isEqualTo(new AgentPreference(List.of(CODEX, CLAUDE), Map.of()));
    assertThat(shared("prefer: {tdd: [codex]}"))
        .isEqualTo(new AgentPreference(List.of(), Map.of(ExecMode.TDD, List.of(CODEX))));
    assertThat(shared("projects: {}")).isEqualTo(AgentPreference.NONE);
  }

  @Test
  void theStrongerFileReplacesThePreference() throws IOException {
    Path own = file("own.yaml", "prefer: [claude]");
    Path other = file("other.yaml", "prefer: [codex]");
    assertThat(ConfigFiles.read(List.of(own), List.of()).preferred().of(ExecMode.TDD))
        .containsExactly(CLAUDE);
    assertThat(ConfigFiles.read(List.of(own), List.of(other)).preferred().of(ExecMode.TDD))
        .containsExactly(CODEX);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "prefer: codex         | 1:9: expected keys with values",
        "prefer: {fast: [a]}   | 1:10: expected an execution mode, found fast",
        "prefer: {tdd: codex}  | 1:15: expected a list of agents",
        "prefer: [a b]         | 1:10: expected an agent's id, found a b",
        "agents: []            | 1:1: expected agents in your own configuration only, found it in a",
      })
  void refusesWhatARepositoryMayNotSay(String text, String message) {
    SignalboxException failure = catchThrowableOfType(SignalboxException.class, () -> shared(text));
    assertThat(failure).isNotNull();
    assertThat(failure).hasMessageContaining("shared.yaml:" + message);
  }
}
