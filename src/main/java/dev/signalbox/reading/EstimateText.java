package dev.signalbox.reading;

import dev.signalbox.plan.Estimate;
import dev.signalbox.plan.Usd;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Costs and durations as people write them: {@code ~$5}, {@code $3-5}, {@code 90m}, {@code 1.5
 * hours}. Of a range the upper end counts. Points, sessions, lines and days are no estimate here.
 */
public final class EstimateText {
  private static final int DIGITS_MAX = 7;

  private EstimateText() {}

  /** What {@code text} says, {@link Estimate#UNKNOWN} for nothing. */
  public static Estimate of(String text) {
    return new Estimate(cost(text), minutes(text.toLowerCase(Locale.ROOT)));
  }

  private static Optional<Usd> cost(String text) {
    int dollar = text.indexOf('$');
    if (dollar < 0) {
      return Optional.empty();
    }
    int from = dollar + 1;
    int end = numberEnd(text, from);
    int next = rangeStart(text, end);
    if (next > 0 && numberEnd(text, next) > next) {
      from = next;
      end = numberEnd(text, next);
    }
    return end == from || end - from > DIGITS_MAX
        ? Optional.empty()
        : Optional.of(new Usd(Math.round(Double.parseDouble(text.substring(from, end)) * 100)));
  }

  private static OptionalInt minutes(String text) {
    for (int i = 0; i < text.length(); i++) {
      boolean starts =
          Ascii.isDigit(text.charAt(i)) && (i == 0 || !isInsideWord(text.charAt(i - 1)));
      if (!starts) {
        continue;
      }
      int end = numberEnd(text, i);
      double factor = minutesPer(text, end);
      if (factor > 0 && end - i <= DIGITS_MAX) {
        long minutes = Math.round(Double.parseDouble(text.substring(i, end)) * factor);
        return minutes < 1 ? OptionalInt.empty() : OptionalInt.of((int) minutes);
      }
    }
    return OptionalInt.empty();
  }

  private static double minutesPer(String text, int from) {
    int start = from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
    int end = start;
    while (end < text.length() && Ascii.isLetter(text.charAt(end))) {
      end++;
    }
    return switch (text.substring(start, end)) {
      case "m", "min", "mins", "minute", "minutes" -> 1;
      case "h", "hr", "hrs", "hour", "hours" -> 60;
      default -> 0;
    };
  }

  private static int rangeStart(String text, int end) {
    boolean range = end < text.length() && "-–".indexOf(text.charAt(end)) >= 0;
    return !range ? -1 : end + 1 < text.length() && text.charAt(end + 1) == '$' ? end + 2 : end + 1;
  }

  /** The end of digits with at most one point between them. */
  private static int numberEnd(String text, int from) {
    int end = digitsEnd(text, from);
    boolean point = end > from && end + 1 < text.length() && text.charAt(end) == '.';
    return point && Ascii.isDigit(text.charAt(end + 1)) ? digitsEnd(text, end + 1) : end;
  }

  private static int digitsEnd(String text, int from) {
    int end = from;
    while (end < text.length() && Ascii.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isInsideWord(char c) {
    return Ascii.isAlphanumeric(c) || c == '.' || c == '$';
  }
}
