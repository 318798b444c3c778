package dev.signalbox.review;

/**
 * What somebody who is no reviewer of the profile says about a row: a bot or a person on the forge,
 * or a check. It counts for itself, and never in the two thirds of the reviewers.
 *
 * @param feedback the number that the run gave to what it came with; one may hold several findings
 * @param reviewer as the forge shows it, for people to read
 * @param source what speaks, in a word: {@code copilot}, {@code codex}, {@code person}, {@code ci}
 * @param isRequired whether the work may not be merged before it is addressed or decided about
 */
public record Voice(
    long feedback,
    String reviewer,
    String source,
    boolean isRequired,
    Finding finding,
    Outcome outcome) {

  /** How it stands. */
  public enum Standing {
    /** The session has yet to answer, or a person to decide. */
    OPEN,
    /** The work was changed for it. */
    ADDRESSED,
    /** The session says why not. */
    DECLINED,
    /** Whoever said it took it back. */
    WITHDRAWN,
    /** The work goes on without it. */
    LEFT
  }

  /**
   * What became of it; follows from what became of the feedback, and is never decided apart.
   *
   * @param by who brought it there; empty while it is open
   * @param words the commit, or the reason; may be empty
   */
  public record Outcome(Standing standing, String by, String words) {
    /** Nothing yet. */
    public static final Outcome OPEN = new Outcome(Standing.OPEN, "", "");
  }

  /** Whether only a person can say how it goes on: it was required, and the session says no. */
  boolean isContested() {
    return isRequired && outcome.standing() == Standing.DECLINED;
  }

  /** How it is named beside the reviewers: {@code ann (person)}. */
  public String name() {
    return "%s (%s)".formatted(reviewer, source);
  }

  Reported reported() {
    return new Reported(reviewer, finding);
  }

  /** The same with that outcome, and required if it is now. */
  public Voice in(Outcome next, boolean isRequiredNow) {
    return new Voice(feedback, reviewer, source, isRequiredNow, finding, next);
  }
}
