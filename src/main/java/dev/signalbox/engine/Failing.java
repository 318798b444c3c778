package dev.signalbox.engine;

/**
 * Why an attempt failed.
 *
 * @param reason for people and for the next attempt
 */
public record Failing(Kind kind, String reason) {

  /** What failed decides how often it is tried again. */
  public enum Kind {
    /** The agent's way did not work: two of them, then a person. */
    APPROACH,
    /** The agent's service was not there. */
    SERVICE,
    /** The process was killed from outside. */
    VANISHED
  }
}
