package dev.signalbox.journal.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.journal.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineLockTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir private Path parent;

  @Test
  void theFolderAndItsFilesArePrivate() throws Exception {
    Path open = Files.createDirectory(parent.resolve("state"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
    StateFolder folder = StateFolder.open(open);
    assertThat(modeOf(open)).isEqualTo("rwx------");
    assertThat(modeOf(StateFolder.open(parent.resolve("a/b")).path())).isEqualTo("rwx------");
    acquire(folder);
    assertThat(List.of(modeOf(open.resolve("lock")), modeOf(open.resolve("holder"))))
        .containsOnly("rw-------");
  }

  @Test
  void aFileInThePlaceOfTheFolderIsAnErrorForPeople() throws Exception {
    Path file = Files.createFile(parent.resolve("state"));
    assertThatExceptionOfType(SignalboxException.class)
        .isThrownBy(() -> StateFolder.open(file))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.STATE_FAILED));
  }

  @Test
  void oneProcessGetsTheLockOnceAndKeepsItAgainstOthers() throws Exception {
    StateFolder folder = StateFolder.open(parent.resolve("state"));
    EngineLock lock = acquire(folder);
    LockHolder self = new LockHolder(ProcessHandle.current().pid(), NOON);
    StateFolder again = StateFolder.open(parent.resolve("./state"));
    assertThat(EngineLock.acquire(again, NOON))
        .isEqualTo(new LockOutcome.Held(folder.path(), Optional.of(self)));
    try (ChildJvm other = start(folder)) {
      assertThat(other.line()).contains("found one with pid " + self.pid() + " since " + NOON);
    }
    lock.close();
    lock.close();
    assertThat(EngineLock.holderOf(folder)).isEmpty();
    acquire(folder).close();
  }

  @Test
  void aKilledEnginesLockIsFreeAtOnce() throws Exception {
    StateFolder folder = StateFolder.open(parent.resolve("state"));
    try (ChildJvm engine = start(folder)) {
      assertThat(engine.line()).isEqualTo("acquired");
      LockOutcome.Held held = (LockOutcome.Held) EngineLock.acquire(folder, NOON);
      assertThat(held.holder()).map(LockHolder::pid).contains(engine.pid());
      assertThat(held.failure().code()).isEqualTo(ErrorCode.STATE_IN_USE);
      engine.kill();
      acquire(folder).close();
    }
  }

  private static EngineLock acquire(StateFolder folder) {
    LockOutcome outcome = EngineLock.acquire(folder, NOON);
    assertThat(outcome).isInstanceOf(LockOutcome.Acquired.class);
    return ((LockOutcome.Acquired) outcome).lock();
  }

  private static ChildJvm start(StateFolder folder) throws Exception {
    return ChildJvm.start(HoldLock.class, List.of(), folder.path().toString());
  }

  private static String modeOf(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
