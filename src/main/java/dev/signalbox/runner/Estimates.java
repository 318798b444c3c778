package dev.signalbox.runner;

import dev.signalbox.plan.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the amount in a line such as {@code Estimated cost: ~$3-5}. */
final class Estimates {
  private static final String NUMBER = "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,9}(?:\\.\\d+)?)";

  /** What follows a number that is a time and no price: {@code $5-90m} is not ninety dollars. */
  private static final String NO_TIME = "(?![\\d.,]*\\s?(?:[smhd]|min|sec|hour|day)\\w*\\b)";

  private static final Pattern AMOUNT =
      Pattern.compile(
          "\\$\\s?"
              + NUMBER
              + "(?:(?:\\s?(?:[-–—]|to)\\s?\\$\\s?|[-–—]| to )"
              + NUMBER
              + NO_TIME
              + ")?");

  private static final Pattern BOUND =
      Pattern.compile("checkpoint|limit|budget|threshold|ceiling|\\bcap\\b");

  private Estimates() {}

  /**
   * The cost that a line states; the upper end of a range, rounded up to a cent. A line that speaks
   * of a bound, such as a checkpoint, states none unless it also says that it estimates.
   */
  static Optional<Usd> in(String line) {
    if (line.indexOf('$') < 0) {
      return Optional.empty();
    }
    String lower = line.toLowerCase(Locale.ROOT);
    int word = lower.indexOf("estimat");
    if (word < 0 && !BOUND.matcher(lower).find()) {
      word = lower.indexOf("cost");
    }
    if (word < 0) {
      return Optional.empty();
    }
    Matcher amount = AMOUNT.matcher(line);
    // "Estimate: $3" is usual, "$3 is my estimate" is not rare.
    return amount.find(Math.min(word, line.length())) || amount.find(0)
        ? Optional.of(upper(amount))
        : Optional.empty();
  }

  private static Usd upper(Matcher amount) {
    BigDecimal first = number(amount.group(1));
    String second = amount.group(2);
    return cents(second == null ? first : first.max(number(second)));
  }

  private static BigDecimal number(String digits) {
    return new BigDecimal(digits.replace(",", ""));
  }

  private static Usd cents(BigDecimal dollars) {
    return new Usd(dollars.movePointRight(2).setScale(0, RoundingMode.CEILING).longValue());
  }
}
