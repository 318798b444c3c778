package dev.signalbox.journal.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageLockTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void oneAtATimeHasItAndWhoeverAsksLeavesItAlone() throws IOException {
    StateFolder state = StateFolder.open(folder.resolve("state"));
    assertThat(PageLock.isHeld(state)).isFalse();
    PageLock first = PageLock.take(state).orElseThrow();
    assertThat(PageLock.take(state)).isEmpty();
    assertThat(PageLock.isHeld(state)).isTrue();
    assertThat(PageLock.take(state)).isEmpty();
    first.close();
    first.close();
    assertThat(PageLock.isHeld(state)).isFalse();
    try (PageLock second = PageLock.take(state).orElseThrow()) {
      first.close();
      assertThat(PageLock.isHeld(state)).as("%s", second).isTrue();
    }
    assertThat(Files.getPosixFilePermissions(state.path().resolve("dashboard.lock")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }
}
