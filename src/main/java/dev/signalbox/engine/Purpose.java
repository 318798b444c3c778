package dev.signalbox.engine;

/** What a session is for. */
public enum Purpose {
  /** A phase of the plan: its work comes into the base. */
  IMPLEMENT,
  /**
   * The specification of an issue that came in from outside (mission section 7). Nothing that it
   * changes in its workspace is taken over: what it hands in becomes the issue's description.
   */
  SPECIFY,
  /**
   * A review of the plan or of a session's work (mission section 3). Nothing that it changes is
   * taken over: what it hands in is its opinion.
   */
  REVIEW,
  /**
   * The resolution of a conflict between a session's work and the base (mission section 8). What it
   * makes takes the place of that work.
   */
  RESOLVE;

  /** Whether it works on an issue that nobody else may have meanwhile. */
  public boolean needsIssue() {
    return switch (this) {
      case IMPLEMENT, SPECIFY -> true;
      case REVIEW, RESOLVE -> false;
    };
  }

  /** Whether what it commits is taken in. */
  public boolean makesWork() {
    return switch (this) {
      case IMPLEMENT, RESOLVE -> true;
      case SPECIFY, REVIEW -> false;
    };
  }
}
