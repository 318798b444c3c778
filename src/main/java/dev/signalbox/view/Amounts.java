package dev.signalbox.view;

import java.time.Duration;

/** Times and amounts of money as people read them. */
public final class Amounts {
  private static final long MICRO_PER_CENT = 10_000;

  private Amounts() {}

  /** {@code 12s}, {@code 3m 05s}, {@code 1h 04m}, {@code 2d 03h}. */
  public static String time(Duration time) {
    if (time.toDays() > 0) {
      return time.toDays() + "d " + two(time.toHoursPart()) + "h";
    }
    if (time.toHours() > 0) {
      return time.toHours() + "h " + two(time.toMinutesPart()) + "m";
    }
    if (time.toMinutes() > 0) {
      return time.toMinutes() + "m " + two(time.toSecondsPart()) + "s";
    }
    return Math.max(0, time.toSeconds()) + "s";
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  /** Millionths of a dollar as {@code $1.20}, rounded to cents. */
  public static String usd(long microUsd) {
    long cents = (microUsd + MICRO_PER_CENT / 2) / MICRO_PER_CENT;
    return cents == 0 && microUsd > 0
        ? "<$0.01"
        : "$" + cents / 100 + "." + two((int) (cents % 100));
  }
}
