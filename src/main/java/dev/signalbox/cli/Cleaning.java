package dev.signalbox.cli;

import dev.signalbox.session.RunId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What {@code clean} asks of the world around it. */
public interface Cleaning {

  /**
   * What a person wants to be rid of.
   *
   * @param folder empty: the one of the repository around the current folder
   * @param run empty: every run
   * @param outputDays outputs of runs that ended so many days ago go too; empty: none do
   */
  record Wish(Optional<String> folder, Optional<RunId> run, OptionalInt outputDays) {}

  /**
   * One thing in a state folder.
   *
   * @param kept why it stays; empty: it goes
   */
  record Item(String what, Optional<String> kept) {}

  /** What was found. No engine can start before it is closed. */
  interface Found extends AutoCloseable {
    List<Item> items();

    /** Removes what goes; what could not be removed after all says why. */
    List<Item> remove();

    @Override
    void close();
  }

  /**
   * Looks, and changes nothing.
   *
   * @throws dev.signalbox.error.SignalboxException {@code STATE_IN_USE} while an engine runs,
   *     {@code RECORD_MISSING} when there is no such run
   */
  Found find(Wish wish);
}
