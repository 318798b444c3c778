package dev.signalbox.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Work in lanes: in one lane in order, one at a time; different lanes side by side. */
final class Lanes implements AutoCloseable {
  private final Map<String, Deque<Runnable>> waiting = new HashMap<>();

  // Platform threads: what they start may die with the thread that started it.
  private final ExecutorService threads;

  Lanes(int threadsMax) {
    threads =
        Executors.newFixedThreadPool(
            threadsMax, Thread.ofPlatform().daemon().name("hand-", 1).factory());
  }

  synchronized void add(String lane, Runnable work) {
    Deque<Runnable> queue = waiting.get(lane);
    if (queue != null) {
      queue.add(work);
      return;
    }
    waiting.put(lane, new ArrayDeque<>());
    run(lane, work);
  }

  private void run(String lane, Runnable work) {
    threads.execute(() -> {
      try {
        work.run();
      } finally {
        next(lane);
      }
    });
  }

  private synchronized void next(String lane) {
    Runnable work = waiting.getOrDefault(lane, new ArrayDeque<>()).poll();
    if (work == null) {
      waiting.remove(lane);
    } else if (!threads.isShutdown()) {
      run(lane, work);
    }
  }

  /** Lets what runs come to its end for a while; what waits is dropped, and asked for again. */
  @Override
  public void close() {
    synchronized (this) {
      waiting.clear();
      threads.shutdown();
    }
    try {
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
