package dev.signalbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFoldersTest {
  private static final Path HOME = Path.of("/nobody");

  @TempDir private Path folder = Path.of("");

  private static Path choose(Map<String, String> environment, Path repository) {
    return StateFolders.choose(Optional.empty(), environment, HOME, repository);
  }

  @Test
  void thePersonsWordCountsFirst() {
    Map<String, String> variables = Map.of("SIGNALBOX_STATE", "/b", "XDG_STATE_HOME", "/c");
    assertThat(StateFolders.choose(Optional.of("/a/../a"), variables, HOME, folder))
        .isEqualTo(Path.of("/a"));
    assertThat(choose(variables, folder)).isEqualTo(Path.of("/b"));
    assertThat(choose(Map.of("XDG_STATE_HOME", "/c"), folder).getParent())
        .isEqualTo(Path.of("/c/signalbox"));
    assertThat(choose(Map.of("XDG_STATE_HOME", "relative"), folder).getParent())
        .isEqualTo(HOME.resolve(".local/state/signalbox"));
    assertThat(choose(Map.of("SIGNALBOX_STATE", "", "XDG_STATE_HOME", ""), folder).getParent())
        .isEqualTo(HOME.resolve(".local/state/signalbox"));
  }

  @Test
  void oneRepositoryHasOneFolderByEveryName() throws IOException {
    Path one = Files.createDirectories(folder.resolve("x/shop"));
    Path two = Files.createDirectories(folder.resolve("y/shop"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), one);
    assertThat(choose(Map.of(), one).getFileName().toString()).matches("shop-[0-9a-f]{8}");
    assertThat(choose(Map.of(), link)).isEqualTo(choose(Map.of(), one));
    assertThat(choose(Map.of(), two)).isNotEqualTo(choose(Map.of(), one));
  }
}
