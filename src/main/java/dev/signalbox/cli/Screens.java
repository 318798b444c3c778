package dev.signalbox.cli;

import dev.signalbox.control.Records;
import java.util.OptionalInt;

/** The agents' own interactive screens, in this terminal. */
public interface Screens {

  /**
   * The screen of a session, if it can be opened here; nothing is stopped or started.
   *
   * @param which the attempt in it is ignored
   * @throws dev.signalbox.error.SignalboxException {@code TAKEOVER_IMPOSSIBLE} with the reason
   *     where it cannot, {@code RECORD_MISSING} where there is no such session
   */
  Screen prepare(Records.Which which);

  /** Whether a screen of the session is open in some terminal. */
  boolean isOpen(Records.Which which);

  /** A screen that can be opened. Until it is closed, Ctrl-C in it does not end this process. */
  interface Screen extends AutoCloseable {

    /**
     * Opens it and waits for its end. The engine has to have handed the session over.
     *
     * @return its exit code; empty if the session was given back before it opened
     */
    OptionalInt open();

    @Override
    void close();
  }
}
