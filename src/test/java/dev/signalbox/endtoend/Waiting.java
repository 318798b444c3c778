package dev.signalbox.endtoend;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Looks again and again at what other processes do, where nothing tells of it. */
final class Waiting {
  private static final Duration PAUSE = Duration.ofMillis(15);
  static final Duration LONGEST = Duration.ofSeconds(60);

  private Waiting() {}

  /** Waits until there is a value. */
  static <T> T until(String what, Callable<Optional<T>> look, Supplier<String> instead)
      throws Exception {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < end) {
      Optional<T> found = look.call();
      if (found.isPresent()) {
        return found.get();
      }
      pause();
    }
    throw new AssertionError("expected " + what + ", found\n" + instead.get());
  }

  /** Waits until something is so. */
  static void untilTrue(String what, Callable<Boolean> look, Supplier<String> instead)
      throws Exception {
    boolean _ = until(what, () -> look.call() ? Optional.of(true) : Optional.empty(), instead);
  }

  static void pause() {
    LockSupport.parkNanos(PAUSE.toNanos());
  }
}
