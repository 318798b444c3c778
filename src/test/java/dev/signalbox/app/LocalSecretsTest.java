package dev.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.config.AgentSecretSources;
import dev.signalbox.config.SecretSource;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.AgentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalSecretsTest {
  private static final AgentId CODEX = new AgentId("codex");

  @TempDir private Path home = Path.of("");

  private LocalSecrets secrets(SecretSource source) {
    return new LocalSecrets(
        new AgentSecretSources(Map.of(CODEX, Map.of("A_KEY", source))),
        Map.of("SET", "sesame", "EMPTY", ""),
        home);
  }

  private Path file(String text, String permissions) throws IOException {
    Path file = Files.writeString(home.resolve("my key's file"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private void refuses(SecretSource source, String message, String hint) {
    assertThatThrownBy(() -> secrets(source).variables(CODEX))
        .isInstanceOfSatisfying(
            SignalboxException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.SECRET_UNUSABLE);
              assertThat(e.getMessage()).startsWith("secret A_KEY of codex: expected ");
              assertThat(e.getMessage()).contains(message).doesNotContain("sesame");
              assertThat(e.hints()).singleElement().asString().contains(hint);
            });
  }

  @Test
  void aSecretIsReadWhenItIsAskedForAndForItsAgentOnly() throws IOException {
    file("sesame\n", "rw-------");
    LocalSecrets secrets = secrets(new SecretSource.InFile("~/my key's file"));

    assertThat(secrets.variables(CODEX)).isEqualTo(Map.of("A_KEY", "sesame"));
    file("changed\r\n", "r--------");
    assertThat(secrets.variables(CODEX)).isEqualTo(Map.of("A_KEY", "changed"));
    assertThat(secrets.variables(new AgentId("claude"))).isEmpty();
    assertThat(secrets(new SecretSource.InVariable("SET")).variables(CODEX))
        .isEqualTo(Map.of("A_KEY", "sesame"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
  void aFileOfOthersIsRefusedWithTheCommandThatMendsIt(String permissions) throws IOException {
    Path file = file("sesame", permissions);

    refuses(
        new SecretSource.InFile(file.toString()),
        "for its owner only, found " + permissions,
        "chmod 600 '" + file.toString().replace("'", "'\\''") + "'");
  }

  @Test
  void whatIsMissingEmptyOrTooLargeIsRefused() throws IOException {
    refuses(new SecretSource.InFile("~/absent"), "absent, found none", "chmod 600 '");
    refuses(new SecretSource.InFile(home.toString()), "expected the file", "write the secret");
    refuses(new SecretSource.InVariable("EMPTY"), "the variable EMPTY", "set it");
    refuses(new SecretSource.InVariable("ABSENT"), "the variable ABSENT", "set it");
    Path file = file("\n", "rw-------");
    refuses(new SecretSource.InFile(file.toString()), "found none", "nothing else");
    file("x".repeat(20_000), "rw-------");
    refuses(new SecretSource.InFile(file.toString()), "found something else", "nothing else");
  }
}
