package dev.signalbox.review;

/**
 * What several reviewers together say of one finding (mission section 3): included if two thirds of
 * them found it, critical if all of them call it so. For any number of reviewers, in whole numbers.
 *
 * @param found how many of the reviewers found it
 * @param critical how many of those call it critical
 * @param reviewers how many looked, at least one
 */
public record Consensus(int found, int critical, int reviewers) {
  private static final int PARTS = 3;
  private static final int PARTS_TO_INCLUDE = 2;

  public Consensus {
    if (reviewers < 1 || found < 1 || found > reviewers || critical < 0 || critical > found) {
      throw new IllegalArgumentException(
          "expected critical <= found <= reviewers, found %d, %d, %d"
              .formatted(critical, found, reviewers));
    }
  }

  /** Whether at least two thirds found it. What fewer found is kept and shown, and binds nobody. */
  public boolean isIncluded() {
    return PARTS * found >= PARTS_TO_INCLUDE * reviewers;
  }

  /** Whether all call it critical. */
  public boolean isCritical() {
    return critical == reviewers;
  }

  /** Whether some call it critical and not all: it stays important, and is marked so. */
  public boolean isContested() {
    return critical > 0 && !isCritical();
  }
}
