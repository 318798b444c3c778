package dev.signalbox.review;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a row of the decision record is named: {@code C1}, {@code I2}, {@code N3}. It keeps its name
 * in later rounds, also if its severity changes.
 *
 * @param letter of the severity that it had first
 * @param number from 1, for each letter
 */
public record RowId(Severity letter, int number) implements Comparable<RowId> {
  private static final Pattern SHAPE = Pattern.compile("([CIN])([1-9][0-9]{0,3})");
  private static final Comparator<RowId> ORDER =
      Comparator.comparing(RowId::letter).thenComparingInt(RowId::number);

  /** Reads {@code C1}, in any case; empty for anything else. */
  public static Optional<RowId> of(String text) {
    Matcher matcher = SHAPE.matcher(text.toUpperCase(Locale.ROOT));
    return matcher.matches()
        ? Optional.of(new RowId(severity(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  private static Severity severity(String text) {
    return switch (text) {
      case "C" -> Severity.CRITICAL;
      case "I" -> Severity.IMPORTANT;
      default -> Severity.CONSIDER;
    };
  }

  @Override
  public int compareTo(RowId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return "" + letter.letter() + number;
  }
}
