package dev.signalbox.review;

import java.util.Locale;
import java.util.Optional;

/** How severe a finding is, worst first. What reviewers call P0, P1 or high is critical. */
public enum Severity {
  /** Must be dealt with. */
  CRITICAL('C'),
  /** Should be dealt with. */
  IMPORTANT('I'),
  /** May be dealt with. */
  CONSIDER('N');

  private final char letter;

  Severity(char letter) {
    this.letter = letter;
  }

  /** The letter that the ids of its rows begin with: {@code C}, {@code I} or {@code N}. */
  public char letter() {
    return letter;
  }

  /** The word used in JSON and in tables: {@code Critical}, {@code Important}, {@code Consider}. */
  public String word() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }

  /** The worse of the two. */
  public Severity or(Severity other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** Whether it comes before the other. */
  public boolean isWorseThan(Severity other) {
    return compareTo(other) < 0;
  }

  /** Whether the workflow waits until a person has decided about it (Gate 2). */
  public boolean isToBeDecided() {
    return this != CONSIDER;
  }

  /** Reads a {@link #word()}, in any case. */
  public static Optional<Severity> of(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "critical" -> Optional.of(CRITICAL);
      case "important" -> Optional.of(IMPORTANT);
      case "consider" -> Optional.of(CONSIDER);
      case String _ -> Optional.empty();
    };
  }
}
