package dev.signalbox.app;

import dev.signalbox.journal.folder.PageLock;
import dev.signalbox.journal.folder.StateFolder;
import dev.signalbox.web.Dashboard;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The dashboard of the engine of this process (docs/adr/0029-one-page-two-owners.md). */
record EnginePage(Optional<PageLock> lock, Dashboard dashboard) implements AutoCloseable {
  /** For {@code serve} to see the engine and to give up the port; it looks four times a second. */
  private static final Duration WAIT_MAX = Duration.ofSeconds(5);

  private static final Duration PAUSE = Duration.ofMillis(20);

  /**
   * Begins to serve, as soon as nobody else does in that folder. Somebody who hangs is not waited
   * for: the page is at another port then.
   *
   * @param state in which other processes can see the engine already
   */
  static EnginePage start(StateFolder state, Dashboard.Shown shown, Consumer<String> log) {
    Optional<PageLock> lock = lock(state);
    if (lock.isEmpty()) {
      log.accept("expected signalbox serve to give up the dashboard's port, found it held");
    }
    try {
      return new EnginePage(lock, Dashboard.start(shown));
    } catch (RuntimeException e) {
      lock.ifPresent(PageLock::close);
      throw e;
    }
  }

  private static Optional<PageLock> lock(StateFolder state) {
    long end = System.nanoTime() + WAIT_MAX.toNanos();
    Optional<PageLock> lock = PageLock.take(state);
    while (lock.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(PAUSE.toNanos());
      lock = PageLock.take(state);
    }
    return lock;
  }

  /** The address that a person opens. */
  String link() {
    return dashboard.link().text();
  }

  @Override
  public void close() {
    dashboard.close();
    lock.ifPresent(PageLock::close);
  }
}
