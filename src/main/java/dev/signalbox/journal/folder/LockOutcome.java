package dev.signalbox.journal.folder;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether this process may be the engine of a state folder. */
public sealed interface LockOutcome {

  /** It is, until the lock is closed or the process ends. */
  record Acquired(EngineLock lock) implements LockOutcome {}

  /**
   * Another one is.
   *
   * @param holder empty in the moment before the other one has said who it is
   */
  record Held(Path folder, Optional<LockHolder> holder) implements LockOutcome {

    /** The refusal, for people. */
    public SignalboxException failure() {
      String who =
          holder.map(h -> "one with pid " + h.pid() + " since " + h.since()).orElse("another one");
      return new SignalboxException(
          ErrorCode.STATE_IN_USE,
          folder + ": expected to be the only engine, found " + who,
          List.of("use the running engine, or end it first"));
    }
  }
}
