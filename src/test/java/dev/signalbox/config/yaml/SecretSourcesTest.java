package dev.signalbox.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.config.AgentSecretSources;
import dev.signalbox.config.SecretSource;
import dev.signalbox.plan.AgentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSourcesTest {
  @TempDir private Path folder = Path.of("");

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("config.yaml"), text);
  }

  @Test
  void aPersonsOwnFileNamesWhereSecretsLie() throws IOException {
    Path own =
        file(
            """
            secrets:
              codex:
                OPENAI_API_KEY: {file: ~/.keys/openai}
              claude:
                ANTHROPIC_API_KEY: {env: WORK_KEY}
                DB_URL:
                  file: /etc/keys/db
            """);

    assertThat(ConfigFiles.secrets(own))
        .isEqualTo(
            new AgentSecretSources(
                Map.of(
                    new AgentId("codex"),
                    Map.of("OPENAI_API_KEY", new SecretSource.InFile("~/.keys/openai")),
                    new AgentId("claude"),
                    Map.of(
                        "ANTHROPIC_API_KEY", new SecretSource.InVariable("WORK_KEY"),
                        "DB_URL", new SecretSource.InFile("/etc/keys/db")))));
    assertThat(ConfigFiles.secrets(folder.resolve("absent"))).isEqualTo(AgentSecretSources.NONE);
  }

  @Test
  void aRepositoryMayNotGiveAnyAgentASecret() throws IOException {
    Path theirs = file("hot: {}\nsecrets: {codex: {A_KEY: {file: ~/.ssh/id_rsa}}}\n");

    assertThatThrownBy(() -> ConfigFiles.read(List.of(), List.of(theirs)))
        .hasMessageContaining("config.yaml:2:1: ")
        .hasMessageContaining("expected secrets in your own configuration only");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secrets: {codex: {A_KEY: sesame}}",
        "secrets: {codex: {A_KEY: {value: sesame}}}",
        "secrets: {codex: {A_KEY: {file: sesame}}}",
        "secrets: {codex: {A_KEY: {file: ~}}}",
        "secrets: {codex: {A_KEY: {file: /sesame, env: sesame}}}",
        "secrets: {codex: {A_KEY: [sesame]}}",
        "secrets: {codex: sesame}",
        "secrets: {'co dex sesame': {A_KEY: {env: A}}}",
        "secrets: {codex: {'A KEY sesame': {env: A}}}",
        "secrets: sesame"
      })
  void aMistakeIsNamedByItsPositionAndNoValueIsRepeated(String text) throws IOException {
    Path own = file(text + "\n");

    assertThatThrownBy(() -> ConfigFiles.secrets(own))
        .hasMessageContaining("config.yaml:1:")
        .hasMessageNotContaining("sesame");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IS_SANDBOX",
        "LD_PRELOAD",
        "ld_library_path",
        "DYLD_INSERT_LIBRARIES",
        "NODE_OPTIONS",
        "PATH",
        "HOME",
        "GIT_SSH_COMMAND",
        "GIT_CONFIG_COUNT",
        "BASH_ENV",
        "PYTHONSTARTUP",
        "JAVA_TOOL_OPTIONS",
        "SIGNALBOX_ATTEMPT",
        "CLAUDE_CODE_SKIP_PERMISSIONS",
        "GEMINI_SANDBOX",
        "COPILOT_ALLOW_ALL"
      })
  void noSecretSteersAProgramOrSwitchesOffACheck(String name) throws IOException {
    Path own = file("secrets: {codex: {" + name + ": {env: A}}}\n");

    assertThatThrownBy(() -> ConfigFiles.secrets(own))
        .hasMessageContaining("config.yaml:1:")
        .hasMessageContaining("may not be set");
  }
}
