package dev.signalbox.plan;

/**
 * An amount of United States dollars.
 *
 * @param cents whole cents, zero or more
 */
public record Usd(long cents) {
  public static final Usd ZERO = new Usd(0);

  public Usd {
    if (cents < 0) {
      throw new IllegalArgumentException("expected cents from 0, found " + cents);
    }
  }

  /** The sum; throws {@link ArithmeticException} past {@link Long#MAX_VALUE} cents. */
  public Usd plus(Usd other) {
    return new Usd(Math.addExact(cents, other.cents));
  }

  public boolean isMoreThan(Usd other) {
    return cents > other.cents;
  }

  /** {@code 5} or {@code 5.25}: no sign, no trailing zero cents. */
  public String amount() {
    long rest = cents % 100;
    String whole = Long.toString(cents / 100);
    return rest == 0 ? whole : whole + "." + (rest < 10 ? "0" : "") + rest;
  }

  /** {@code $5} or {@code $5.25}. */
  @Override
  public String toString() {
    return "$" + amount();
  }
}
