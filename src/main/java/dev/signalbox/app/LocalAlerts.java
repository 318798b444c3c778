package dev.signalbox.app;

import dev.signalbox.error.SignalboxException;
import dev.signalbox.limit.Limits;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Files alerts on a thread of its own, so that no sender of webhooks waits for a tracker. */
final class LocalAlerts implements AutoCloseable {
  private final AlertFiling filing;
  private final Consumer<String> log;
  private final Semaphore signal = new Semaphore(1);
  private final Thread thread;
  private volatile boolean isClosed;

  private LocalAlerts(AlertFiling filing, Consumer<String> log) {
    this.filing = filing;
    this.log = log;
    this.thread = Thread.ofVirtual().name("alerts").unstarted(this::run);
  }

  /** Starts with what waits already; {@link #stored} says that there is more. */
  static LocalAlerts start(AlertFiling filing, Consumer<String> log) {
    LocalAlerts made = new LocalAlerts(filing, log);
    made.thread.start();
    return made;
  }

  /** Something new is in the queue. Returns at once. */
  void stored() {
    signal.release();
  }

  private void run() {
    try {
      while (!isClosed) {
        boolean _ = signal.tryAcquire(Limits.INTAKE_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        signal.drainPermits();
        look();
      }
    } catch (InterruptedException _) {
      // Closed; what is not filed is filed after the next start.
    }
  }

  private void look() {
    try {
      filing.look();
    } catch (SignalboxException e) {
      filing.pause();
      say(e.getMessage() + "; " + String.join("; ", e.hints()) + "; it is tried again");
    } catch (RuntimeException e) {
      filing.pause();
      say("expected to file it, found " + e + "; it is tried again");
    }
  }

  private void say(String what) {
    if (!isClosed) {
      log.accept("alerts: " + what);
    }
  }

  /**
   * Ends at once: an issue on its way may or may not be made, and is found after the next start.
   */
  @Override
  public void close() {
    isClosed = true;
    thread.interrupt();
    try {
      boolean _ = thread.join(Duration.ofMillis(Limits.GRACE.toMillis()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
