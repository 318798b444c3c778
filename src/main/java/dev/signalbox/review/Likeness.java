package dev.signalbox.review;

import java.util.NavigableSet;

/**
 * How much two findings look like one: by their words, the more so the nearer their places are.
 *
 * @param permille of words that they share, 0 to 1000
 * @param nearness of their places
 */
record Likeness(int permille, Nearness nearness) {
  private static final int WHOLE = 1000;

  /** How near two findings' places are, nearest first. */
  enum Nearness {
    /** Their lines meet, or lie a few apart. */
    LINES,
    /** Both are in one file, and not both name lines. */
    FILE,
    /** One of them names no place. */
    UNKNOWN,
    /** In one file, and far apart. */
    APART,
    /** In different files. */
    ELSEWHERE
  }

  static Likeness of(Finding one, Finding other, Vocabulary words) {
    return new Likeness(shared(words.of(one), words.of(other)), nearness(one, other));
  }

  /** Twice the words they share, of all their words together (Dice). */
  private static int shared(NavigableSet<String> one, NavigableSet<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    long both = one.stream().filter(other::contains).count();
    return (int) (2 * WHOLE * both / (one.size() + other.size()));
  }

  private static Nearness nearness(Finding one, Finding other) {
    if (one.location().isEmpty() || other.location().isEmpty()) {
      return Nearness.UNKNOWN;
    }
    Location place = one.location().get();
    Location there = other.location().get();
    if (!place.path().equals(there.path())) {
      return Nearness.ELSEWHERE;
    }
    if (place.isWhole() || there.isWhole()) {
      return Nearness.FILE;
    }
    return place.isNear(there, Matching.LINES_SLACK) ? Nearness.LINES : Nearness.APART;
  }
}
