package dev.signalbox.review;

/**
 * What looking for a finding's evidence led to.
 *
 * @param reviewer who reported it
 * @param finding the reviewer's own id of it
 */
public record FindingProof(String reviewer, String finding, Result result) {

  /** Whether the evidence is where the finding says. */
  public enum Result {
    /** What it quotes stands at its location. */
    VERIFIED,
    /** The file is there, and what is quoted does not stand at those lines. */
    NOT_FOUND,
    /** There is no such file or no such line. */
    NO_PLACE,
    /** It names no location, so nothing could be looked up. */
    NO_LOCATION,
    /** The file is larger than what is looked into, or is no text. */
    NOT_READ
  }
}
