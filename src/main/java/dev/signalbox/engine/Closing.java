package dev.signalbox.engine;

import dev.signalbox.engine.SessionState.Retry;

/** What becomes of a session's pull request when the session is given up. */
public sealed interface Closing {

  /** No pull request of the session was ever asked for. */
  record Nothing() implements Closing {}

  /** One of the session may be open on the forge. */
  record Possible() implements Closing {}

  /**
   * It is being closed.
   *
   * @param why who decided that, and why, in one line
   * @param cause the fact that asked for it last
   */
  record Begun(String why, long cause, Retry retry) implements Closing {}

  /**
   * Nothing more is done about it.
   *
   * @param words why it is still open; else empty
   */
  record Over(End end, String words) implements Closing {}

  /** How it ended. */
  enum End {
    /** We closed it, with an explanation. */
    CLOSED,
    /** Somebody had closed it before. */
    CLOSED_BEFORE,
    /** Somebody had merged it before. */
    MERGED_BEFORE,
    /** There was none. */
    NONE,
    /** The forge did not close it. */
    LEFT_OPEN
  }
}
