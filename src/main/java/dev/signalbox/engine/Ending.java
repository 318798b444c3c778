package dev.signalbox.engine;

/**
 * Why a process is ended, and what comes after.
 *
 * @param reason for people
 */
public record Ending(Then then, String reason) {

  /** What follows the end of a process. */
  public enum Then {
    /** The approach failed: a new conversation tries another one, or a person decides. */
    RETRY_FRESH,
    /** The attempt failed: the same conversation goes on, or a person decides. */
    RETRY_RESUMED,
    /** The agent's service failed: the same conversation goes on after a pause. */
    RETRY_SERVICE,
    /** A new conversation takes over from the state that was written down. */
    HAND_OFF,
    /** The work is done and verified; only the process did not end by itself. */
    FINISH,
    /** Something else than the agent failed for good: a person decides. */
    FAIL,
    /**
     * A person gives the session back: the same conversation goes on; the reason is their words.
     */
    GIVE_BACK,
    /** The session is given up. */
    ABANDON
  }
}
