package dev.signalbox.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.config.NetworkUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkUseTest {
  @TempDir private Path folder = Path.of("");

  private NetworkUse read(String own, String theirs) throws IOException {
    return ConfigFiles.network(
        Files.writeString(folder.resolve("own.yaml"), own),
        Files.writeString(folder.resolve("theirs.yaml"), theirs));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                              | ''                              | true  | true",
        "network: open                   | ''                              | true  | true",
        "network: blocked                | ''                              | false | false",
        "'network: {commands: blocked}'  | ''                              | false | true",
        "'network: {sessions: blocked}'  | 'network: {commands: blocked}'  | false | false",
        "network: open                   | network: blocked                | false | false",
        "network: blocked                | 'network: {commands: blocked}'  | false | false",
      })
  void itIsOpenToWhomAllFilesLeaveItOpen(
      String own, String theirs, boolean isOpenToCommands, boolean isOpenToSessions)
      throws IOException {
    assertThat(read(own, theirs)).isEqualTo(new NetworkUse(isOpenToCommands, isOpenToSessions));
  }

  @Test
  void aRepositoryCanOnlyTighten() {
    assertThatThrownBy(() -> read("network: blocked", "network: {commands: open}"))
        .hasMessageContaining("theirs.yaml:1:")
        .hasMessageContaining("a repository can only tighten this");
  }

  @ParameterizedTest
  @ValueSource(strings = {"network: closed", "network: {verify: blocked}", "network: [blocked]"})
  void aMistakeIsNamedByItsPosition(String text) {
    assertThatThrownBy(() -> read(text, "")).hasMessageContaining("own.yaml:1:");
  }
}
