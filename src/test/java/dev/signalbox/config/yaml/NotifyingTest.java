package dev.signalbox.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.config.Notifying;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotifyingTest {
  @TempDir private Path folder = Path.of("");

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("config.yaml"), text);
  }

  @Test
  void aPersonsOwnFileNamesACommandAndAnAddress() throws IOException {
    Path own =
        file(
            """
            projects: {my-shop: shop}
            notify:
              desktop: [notify-send, --app-name=signalbox]
              webhook: https://hooks.example.com/a?token=b
            """);
    assertThat(ConfigFiles.notifying(own))
        .isEqualTo(
            new Notifying(
                List.of("notify-send", "--app-name=signalbox"),
                Optional.of("https://hooks.example.com/a?token=b")));
    assertThat(ConfigFiles.read(List.of(own), List.of()).projects())
        .containsEntry("my-shop", "shop");
    assertThat(ConfigFiles.notifying(folder.resolve("absent"))).isEqualTo(Notifying.NOTHING);
  }

  @Test
  void aRepositoryMayNotSayWhatRunsOnAPersonsMachine() throws IOException {
    Path theirs = file("notify: {desktop: [rm, -rf, /]}\n");
    assertThatThrownBy(() -> ConfigFiles.read(List.of(), List.of(theirs)))
        .hasMessageContaining("expected notify in your own configuration only");
  }

  @Test
  void aRepositoryStillOverridesTheRestOfAPersonsFile() throws IOException {
    Path own = Files.writeString(folder.resolve("own.yaml"), "projects: {a: mine, b: other}\n");
    Path theirs = file("projects: {a: theirs}\n");
    assertThat(ConfigFiles.read(List.of(own), List.of(theirs)).projects())
        .containsEntry("a", "theirs")
        .containsEntry("b", "other");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notify: {webhook: 'file:///secret'}",
        "notify: {webhook: 'secret.example.com/x'}",
        "notify: {webhook: 'https:secret'}",
        "notify: {webhook: 'https://secret example'}",
        "notify: {desktop: notify-send secret}",
        "notify: {desktop: []}",
        "notify: {desktop: ['', secret]}",
        "notify: {email: secret}"
      })
  void mistakesAreSaidWithoutWhatMayBeSecret(String text) throws IOException {
    Path own = file(text + "\n");
    assertThatThrownBy(() -> ConfigFiles.notifying(own))
        .hasMessageContaining("config.yaml:1:")
        .hasMessageNotContaining("secret");
  }
}
