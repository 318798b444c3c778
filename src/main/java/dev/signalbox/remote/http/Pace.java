package dev.signalbox.remote.http;

import dev.signalbox.limit.Limits;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * What tells the time, lets it pass, and spreads repeats so that many clients do not come back at
 * once.
 */
public record Pace(Clock clock, Pause pause, RandomGenerator random) {

  /** Lets time pass. */
  @FunctionalInterface
  public interface Pause {
    void pause(Duration time) throws InterruptedException;
  }

  /** The machine's own time, and real pauses. */
  public static Pace of(Clock clock, RandomGenerator random) {
    CountDownLatch never = new CountDownLatch(1);
    return new Pace(
        clock,
        // A signal that never comes: only an interrupt ends the pause early.
        time -> {
          if (never.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("expected the pause to end by itself");
          }
        },
        random);
  }

  /**
   * The pause before a repeat: anything between nothing and a bound that doubles each time ("full
   * jitter").
   *
   * @param repeat from 1
   */
  Duration backOff(int repeat) {
    Duration bound = Limits.HTTP_BACK_OFF_FIRST;
    for (int i = 1; i < repeat && bound.compareTo(Limits.HTTP_BACK_OFF_MAX) < 0; i++) {
      bound = bound.multipliedBy(2);
    }
    long millis = Math.min(bound.toMillis(), Limits.HTTP_BACK_OFF_MAX.toMillis());
    return Duration.ofMillis(random.nextLong(millis + 1));
  }
}
