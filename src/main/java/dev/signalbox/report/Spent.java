package dev.signalbox.report;

import dev.signalbox.view.Amounts;
import java.time.Duration;

/** A time that was spent, in words; a short one is not nothing. */
final class Spent {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private Spent() {}

  /** As {@link Amounts#time}; {@code <1s} for what is more than none and less than a second. */
  static String words(Duration time) {
    boolean isShort = !time.isZero() && !time.isNegative() && time.compareTo(SECOND) < 0;
    return isShort ? "<1s" : Amounts.time(time);
  }
}
