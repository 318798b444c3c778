package dev.signalbox.plan.markdown;

import dev.signalbox.plan.Estimate;
import dev.signalbox.plan.Usd;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code $5}, {@code ~$2.50}, {@code 90m}, {@code 2h} and {@code 1h30m}. */
final class EstimateReader {
  private static final int DIGITS_MAX = 7;

  private Optional<Usd> cost = Optional.empty();
  private OptionalInt minutes = OptionalInt.empty();

  /** Whether the text was an amount or a duration. */
  boolean take(String text) {
    String value = text.startsWith("~") ? text.substring(1).strip() : text;
    return value.startsWith("$") ? takeCost(value.substring(1).strip()) : takeMinutes(value);
  }

  Estimate estimate() {
    return new Estimate(cost, minutes);
  }

  private boolean takeCost(String text) {
    cost = cents(text).map(Usd::new);
    return cost.isPresent();
  }

  /** {@code 5}, {@code 5.2} or {@code 5.25} as cents. */
  static Optional<Long> cents(String text) {
    int dot = text.indexOf('.');
    String whole = dot < 0 ? text : text.substring(0, dot);
    String part = dot < 0 ? "" : text.substring(dot + 1);
    boolean isAmount = isNumber(whole) && (dot < 0 || (isNumber(part) && part.length() <= 2));
    if (!isAmount) {
      return Optional.empty();
    }
    long rest = part.isEmpty() ? 0 : Long.parseLong(part) * (part.length() == 1 ? 10 : 1);
    return Optional.of(Long.parseLong(whole) * 100 + rest);
  }

  private boolean takeMinutes(String text) {
    int total = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == 'h' || unit == 'm') {
        String number = text.substring(start, i).strip();
        if (!isNumber(number)) {
          return false;
        }
        total += Integer.parseInt(number) * (unit == 'h' ? 60 : 1);
        start = i + 1;
      }
    }
    boolean isDuration = start > 0 && text.substring(start).isBlank() && total > 0;
    if (isDuration) {
      minutes = OptionalInt.of(total);
    }
    return isDuration;
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= DIGITS_MAX;
  }
}
