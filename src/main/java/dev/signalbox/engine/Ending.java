package dev.signalbox.engine;

/**
 * Why a process is ended, and what comes after.
 *
 * @param reason for people
 */
public record Ending(Then then, String reason) {

  /** What follows the end of a process. */
  public enum Then {
    /** The attempt failed: the retry rules decide. */
    RETRY_APPROACH,
    /** The agent's service failed: the same conversation goes on after a pause. */
    RETRY_SERVICE,
    /** A new conversation takes over from the state that was written down. */
    HAND_OFF,
    /** The session is given up. */
    ABANDON
  }
}
