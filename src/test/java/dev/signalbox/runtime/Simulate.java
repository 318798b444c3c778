package dev.signalbox.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tries fresh seeds for some minutes; stops at the first that fails: {@code Simulate MINUTES}. */
public final class Simulate {
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private Simulate() {}

  /** Exits with 1 when a seed failed. */
  public static void main(String[] args) {
    Instant start = Instant.now();
    Instant end = start.plus(Duration.ofMinutes(Long.parseLong(args[0])));
    Instant next = start.plus(PAUSE);
    // Beyond the seeds that the tests take, and others each time.
    long first = start.toEpochMilli() * 1_000;
    long seed = first;
    while (Instant.now().isBefore(end)) {
      Optional<String> failure = Seeds.failure(seed, new Simulation(seed, Planted.NONE));
      seed++;
      if (failure.isPresent()) {
        System.out.println(failure.get());
        System.exit(1);
      }
      if (Instant.now().isAfter(next)) {
        next = next.plus(PAUSE);
        report(seed - first, start);
      }
    }
    report(seed - first, start);
  }

  private static void report(long runs, Instant start) {
    System.out.printf(
        "%d runs in %d s, no fault%n", runs, Duration.between(start, Instant.now()).toSeconds());
  }
}
