package dev.signalbox.review;

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
  ELSEWHERE;

  static Nearness of(Finding one, Finding other) {
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
