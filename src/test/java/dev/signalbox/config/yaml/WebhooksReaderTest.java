package dev.signalbox.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.config.SecretSource;
import dev.signalbox.config.Webhooks;
import dev.signalbox.plan.AgentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code webhooks:} in the person's own file. */
class WebhooksReaderTest {
  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("config.yaml"), text);
  }

  @Test
  void readsEverySenderItsSecretAndTheRules() throws IOException {
    Webhooks webhooks =
        ConfigFiles.webhooks(
            file(
                """
                webhooks:
                  listen: 127.0.0.1:9000
                  github: {file: ~/g}
                  linear: {env: L}
                  hooks:
                    deploys: {file: /keys/d}
                  spec-author: claude
                  design-loop: v0
                  quick-fixes: true
                """));
    assertThat(webhooks)
        .isEqualTo(
            new Webhooks(
                "127.0.0.1",
                9000,
                Map.of(
                    "github", new SecretSource.InFile("~/g"),
                    "linear", new SecretSource.InVariable("L"),
                    "hook/deploys", new SecretSource.InFile("/keys/d")),
                Optional.of(new AgentId("claude")),
                Optional.of(new AgentId("v0")),
                true));
    assertThat(ConfigFiles.webhooks(folder.resolve("none.yaml"))).isEqualTo(Webhooks.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "'listen: nowhere',1:19: expected an address and a port",
    "'listen: 127.0.0.1:0',1:19: expected an address and a port",
    "'listen: 127.0.0.1:70000',1:19: expected an address and a port",
    "'github: hunter2',1:19: expected file: or env: and never the secret itself",
    "'spec-author: a b',1:24: expected an agent",
    "'gitlab: {env: X}',1:11: expected a key of webhooks",
    "'hooks: {a/b: {env: X}}',1:19: expected a hook",
    "'quick-fixes: maybe',1:24: expected true or false"
  })
  void saysWhereAMistakeIs(String line, String expected) throws IOException {
    Path file = file("webhooks: {" + line + "}");
    assertThatThrownBy(() -> ConfigFiles.webhooks(file))
        .hasMessageContaining("config.yaml:")
        .hasMessageContaining(expected.substring(expected.indexOf(' ') + 1))
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aRepositorysFileMayNotHoldIt() throws IOException {
    Path shared = file("webhooks: {github: {env: X}}");
    assertThatThrownBy(() -> ConfigFiles.read(List.of(shared)))
        .hasMessageContaining("expected webhooks in your own configuration only");
  }
}
