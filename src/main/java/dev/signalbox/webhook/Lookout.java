package dev.signalbox.webhook;

import dev.signalbox.limit.Limits;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A thread that looks at what is stored: at once, whenever it is told that there is more, and every
 * {@link Limits#INTAKE_PAUSE}, since what failed is tried again and others may store too.
 */
public final class Lookout implements AutoCloseable {
  private final Runnable look;
  private final Semaphore signal = new Semaphore(1);
  private final Thread thread;
  private volatile boolean isClosed;

  /**
   * One that does nothing before {@link #start}.
   *
   * @param look throws nothing: an exception would end the looking
   */
  public Lookout(String name, Runnable look) {
    this.look = look;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  /** Begins with what is there already. */
  public void start() {
    thread.start();
  }

  /** There is more. Returns at once. */
  public void wake() {
    signal.release();
  }

  /** Whether it was told to end: what fails from then on is nobody's concern. */
  public boolean isClosed() {
    return isClosed;
  }

  private void run() {
    try {
      while (!isClosed) {
        boolean _ = signal.tryAcquire(Limits.INTAKE_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        // However often it was told: one look sees all of it.
        signal.drainPermits();
        look.run();
      }
    } catch (InterruptedException _) {
      // Closed; what is left is there at the next start.
    }
  }

  /** Interrupts the look at hand, and waits a little for its end. */
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
