package dev.signalbox.reading;

import dev.signalbox.error.Position;
import java.util.Optional;

/**
 * A mention of units of work in running text.
 *
 * @param word the noun before it, such as {@code phase}; empty for a bare id
 * @param first the id, or the first of a range
 * @param last the last of a range; equal to {@code first} for one unit
 */
public record Mention(String word, String first, String last, Position at) {

  /** Whether the text calls this work by its noun, and so cannot mean anything else. */
  public boolean isNamed() {
    return !word.isEmpty();
  }

  /** First and last, where this is a range of whole numbers below a million. */
  public Optional<int[]> numbers() {
    boolean numbers =
        isRange()
            && Ascii.isNumber(first)
            && Ascii.isNumber(last)
            && first.length() <= 6
            && last.length() <= 6;
    return numbers
        ? Optional.of(new int[] {Integer.parseInt(first), Integer.parseInt(last)})
        : Optional.empty();
  }

  boolean isRange() {
    return !first.equals(last);
  }
}
