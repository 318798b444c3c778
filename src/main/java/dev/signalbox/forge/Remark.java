package dev.signalbox.forge;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that somebody said on a pull request. Untrusted text.
 *
 * @param id the forge's own id with its kind, such as {@code review-comment:123}
 * @param isOwn whether Signalbox wrote it, under a key: said by the same account without one, it is
 *     a person's word
 * @param at when it was changed last
 */
public record Remark(
    String id,
    Kind kind,
    Account author,
    boolean isOwn,
    Instant at,
    String body,
    Optional<Place> place) {

  /** What it is on the forge. */
  public enum Kind {
    /** Below the pull request. */
    COMMENT,
    /** A review's own text, or an approval without one. */
    REVIEW_COMMENTED,
    REVIEW_APPROVED,
    REVIEW_CHANGES_REQUESTED,
    REVIEW_DISMISSED,
    /** On a line. */
    LINE,
    /** A reaction to the pull request, such as {@code +1}: its name is the body. */
    REACTION
  }

  /**
   * Where a remark on a line, or a review, belongs.
   *
   * @param path empty for a review, which is about the whole change
   * @param line empty when the line is gone
   * @param commit that it was made on first; a forge may bind it to a later one
   * @param isResolved whether somebody closed its thread
   * @param isAnswer whether it answers another remark in its thread
   */
  public record Place(
      String path, Optional<Integer> line, String commit, boolean isResolved, boolean isAnswer) {

    /** Of a review: the whole change, as it was at that commit. */
    public static Place whole(String commit) {
      return new Place("", Optional.empty(), commit, false, false);
    }
  }
}
