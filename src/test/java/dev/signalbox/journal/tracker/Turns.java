package dev.signalbox.journal.tracker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Lets several workers go on one request at a time, in an order that a seed chooses: what would be
 * luck among threads is the same each time.
 */
final class Turns {
  private final SplittableRandom random;
  private final Map<Integer, Boolean> mayGo = new HashMap<>();
  private int running;

  Turns(long seed) {
    random = new SplittableRandom(seed);
  }

  /** What a worker's tracker calls before each request. */
  synchronized void await(int worker) {
    mayGo.put(worker, false);
    running--;
    notifyAll();
    holdUntil(() -> mayGo.getOrDefault(worker, false));
    mayGo.remove(worker);
  }

  private synchronized void done() {
    running--;
    notifyAll();
  }

  private synchronized void holdUntil(BooleanSupplier isSo) {
    try {
      while (!isSo.getAsBoolean()) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs all work, and hands back what each came to. */
  <T> List<T> run(List<Supplier<T>> work) throws InterruptedException {
    Map<Integer, T> results = new HashMap<>();
    List<Thread> threads = new ArrayList<>();
    running = work.size();
    for (int i = 0; i < work.size(); i++) {
      int worker = i;
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                try {
                  T result = work.get(worker).get();
                  synchronized (results) {
                    results.put(worker, result);
                  }
                } finally {
                  done();
                }
              }));
    }
    direct();
    for (Thread thread : threads) {
      thread.join();
    }
    return results.values().stream().toList();
  }

  private synchronized void direct() {
    while (true) {
      holdUntil(() -> running == 0);
      if (mayGo.isEmpty()) {
        return;
      }
      List<Integer> waiting = mayGo.keySet().stream().sorted().toList();
      int next = waiting.get(random.nextInt(waiting.size()));
      running++;
      mayGo.put(next, true);
      notifyAll();
    }
  }
}
