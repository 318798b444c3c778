package dev.signalbox.webhook.http;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A thread for each request, from its first byte to the end of its answer, for a limited time: an
 * interrupt closes the channel that a slow sender holds open. A request too many is refused, which
 * closes its connection.
 */
final class TimedThreads implements Executor, AutoCloseable {
  private final Semaphore free;
  private final Duration limit;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("webhook-clock").factory());

  TimedThreads(int most, Duration limit) {
    this.free = new Semaphore(most);
    this.limit = limit;
  }

  @Override
  public void execute(Runnable request) {
    if (!free.tryAcquire()) {
      throw new RejectedExecutionException("too many connections");
    }
    Thread thread = Thread.ofVirtual().name("webhook").unstarted(() -> run(request));
    thread.start();
  }

  private void run(Runnable request) {
    Thread thread = Thread.currentThread();
    Future<?> alarm = clock.schedule(thread::interrupt, limit.toMillis(), TimeUnit.MILLISECONDS);
    try {
      request.run();
    } finally {
      alarm.cancel(false);
      free.release();
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
