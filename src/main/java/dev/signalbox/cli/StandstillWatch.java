package dev.signalbox.cli;

import dev.signalbox.limit.Limits;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Whether a run has stood still for long enough. One look is not: just after a start nobody has
 * read yet what agents wrote meanwhile.
 */
final class StandstillWatch implements BooleanSupplier {
  private final BooleanSupplier isStill;
  private final LongSupplier nanoTime;
  private OptionalLong since = OptionalLong.empty();

  /**
   * A watch.
   *
   * @param nanoTime a clock as {@link System#nanoTime}
   */
  StandstillWatch(BooleanSupplier isStill, LongSupplier nanoTime) {
    this.isStill = isStill;
    this.nanoTime = nanoTime;
  }

  @Override
  public boolean getAsBoolean() {
    if (!isStill.getAsBoolean()) {
      since = OptionalLong.empty();
      return false;
    }
    long now = nanoTime.getAsLong();
    if (since.isEmpty()) {
      since = OptionalLong.of(now);
    }
    return now - since.getAsLong() >= Limits.STANDSTILL.toNanos();
  }
}
