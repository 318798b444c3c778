package dev.signalbox.journal;

import dev.signalbox.session.AttemptKey;

/**
 * How far an attempt's output was dealt with.
 *
 * @param offset bytes from the start of the output; reading goes on from here after a restart
 */
public record CursorMove(AttemptKey attempt, long offset) {

  public CursorMove {
    if (offset < 0) {
      throw new IllegalArgumentException("expected an offset from 0, found " + offset);
    }
  }
}
