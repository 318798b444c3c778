package dev.signalbox.review;

import java.util.Optional;

/** What a reviewer would do with the work, best first. */
public enum Recommendation {
  APPROVE,
  REVISE,
  RETHINK;

  /** Reads {@code APPROVE}, {@code REVISE} or {@code RETHINK}, in any case. */
  public static Optional<Recommendation> of(String word) {
    for (Recommendation each : values()) {
      if (each.name().equalsIgnoreCase(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** The worse of the two. */
  public Recommendation or(Recommendation other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
