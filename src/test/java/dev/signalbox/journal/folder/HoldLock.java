package dev.signalbox.journal.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** Tries for the lock of a folder, prints what came of it, and holds it until told otherwise. */
final class HoldLock {
  private HoldLock() {}

  public static void main(String[] arguments) throws IOException {
    StateFolder folder = StateFolder.open(Path.of(arguments[0]));
    switch (EngineLock.acquire(folder, Instant.parse("2026-11-22T12:00:00Z"))) {
      case LockOutcome.Acquired acquired -> {
        System.out.println("acquired");
        if (System.in.read() >= 0) {
          acquired.lock().close();
        }
      }
      case LockOutcome.Held held -> System.out.println(held.failure().getMessage());
    }
  }
}
