package dev.signalbox.review;

import java.util.Map;
import java.util.Optional;

/**
 * What somebody who is no session says about a row: a bot or a person on the forge, or a check. In
 * the two thirds of the reviewers it counts only for a seat of the profile.
 *
 * @param feedback the number that the run gave to what it came with; one may hold several findings
 * @param reviewer as the forge shows it, for people to read
 * @param source what speaks, in a word: {@code copilot}, {@code codex}, {@code person}, {@code ci}
 * @param isRequired whether the work may not be merged before it is addressed or decided about
 * @param seat the reviewer of the profile for whom it counts in the row's round; empty for nobody's
 */
public record Voice(
    long feedback,
    String reviewer,
    String source,
    boolean isRequired,
    Finding finding,
    Outcome outcome,
    Optional<String> seat) {

  /** What counts for itself alone. */
  public Voice(
      long feedback,
      String reviewer,
      String source,
      boolean isRequired,
      Finding finding,
      Outcome outcome) {
    this(feedback, reviewer, source, isRequired, finding, outcome, Optional.empty());
  }

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
    return new Voice(feedback, reviewer, source, isRequiredNow, finding, next, seat);
  }

  /**
   * For whom it counts in a round.
   *
   * @param seats reviewers elsewhere by the feedback that was theirs in that round
   */
  Optional<String> seatIn(Map<Long, String> seats) {
    return outcome.standing() == Standing.WITHDRAWN
        ? Optional.empty()
        : Optional.ofNullable(seats.get(feedback));
  }

  /** The same for that seat. */
  Voice seated(Optional<String> other) {
    return new Voice(feedback, reviewer, source, isRequired, finding, outcome, other);
  }
}
