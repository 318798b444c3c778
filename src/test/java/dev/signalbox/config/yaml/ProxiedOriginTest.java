package dev.signalbox.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.config.ProxiedOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiedOriginTest {
  @TempDir private Path folder = Path.of("");

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("config.yaml"), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://box.example", "https://a-b.c1.example:8443", "https://box"})
  void aPersonNamesWhereTheirProxyShowsTheDashboard(String origin) throws IOException {
    Path own = file("dashboard: {behind-proxy: '" + origin + "'}\n");
    ProxiedOrigin read = ConfigFiles.proxiedOrigin(own).orElseThrow();
    assertThat(read.text()).isEqualTo(origin);
    assertThat("https://" + read.host()).isEqualTo(origin);
    assertThat(ConfigFiles.proxiedOrigin(folder.resolve("absent"))).isEmpty();
  }

  @Test
  void aRepositoryMayNot() throws IOException {
    Path theirs = file("dashboard: {behind-proxy: https://evil.example}\n");
    assertThatThrownBy(() -> ConfigFiles.read(List.of(), List.of(theirs)))
        .hasMessageContaining("expected dashboard in your own configuration only");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://box.example",
        "https://box.example/",
        "https://box.example/path",
        "https://Box.example",
        "https://box.example:443",
        "https://box.example:0",
        "https://ann@box.example",
        "https://box.example?x",
        "https://*.example",
        "https://",
        "box.example"
      })
  void whatIsNoOriginIsRefused(String text) throws IOException {
    Path own = file("dashboard: {behind-proxy: '" + text + "'}\n");
    assertThatThrownBy(() -> ConfigFiles.proxiedOrigin(own))
        .hasMessageContaining("config.yaml:1:")
        .hasMessageContaining("expected an origin with https");
  }

  @Test
  void anotherKeyIsNamed() throws IOException {
    Path own = file("dashboard: {host: 0.0.0.0}\n");
    assertThatThrownBy(() -> ConfigFiles.proxiedOrigin(own))
        .hasMessageContaining("expected a key of dashboard, found host");
  }
}
