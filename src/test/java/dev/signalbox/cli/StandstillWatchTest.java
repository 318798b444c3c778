package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.limit.Limits;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StandstillWatchTest {
  @Test
  void anyMoveBeginsTheWaitAnew() {
    AtomicBoolean isStill = new AtomicBoolean(true);
    AtomicLong now = new AtomicLong(-5);
    StandstillWatch watch = new StandstillWatch(isStill::get, now::get);
    assertThat(watch.getAsBoolean()).isFalse();
    now.addAndGet(Limits.STANDSTILL.toNanos() - 1);
    assertThat(watch.getAsBoolean()).isFalse();
    isStill.set(false);
    now.addAndGet(1);
    assertThat(watch.getAsBoolean()).isFalse();
    isStill.set(true);
    assertThat(watch.getAsBoolean()).isFalse();
    now.addAndGet(Limits.STANDSTILL.toNanos());
    assertThat(watch.getAsBoolean()).isTrue();
  }
}
