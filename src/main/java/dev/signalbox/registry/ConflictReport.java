package dev.signalbox.registry;

import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Optional;

/**
 * A conflict between sessions that a person decides.
 *
 * @param gate its number within the run
 * @param title one line; empty once it is decided
 * @param text both sides as they were shown, partly written by agents; empty once it is decided
 * @param decision who decided what; empty as long as it is open
 */
public record ConflictReport(
    long gate, String title, String text, List<SessionId> sessions, Optional<String> decision) {
  public ConflictReport {
    sessions = List.copyOf(sessions);
  }
}
