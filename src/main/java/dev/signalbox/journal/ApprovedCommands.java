package dev.signalbox.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * The commands of plans ({@code verify}, {@code prepare}) that a person has allowed to run for a
 * repository. What is kept is a hash, so that a command with a changed character is a new one.
 */
public interface ApprovedCommands extends AutoCloseable {

  /**
   * A person's yes.
   *
   * @param by the person's name, as shown to others
   */
  record Approval(String by, Instant at) {}

  /** Allows a command. The first approval stays: a later one changes nothing. */
  void approve(String repository, String command, Approval approval);

  /** The approval of exactly this command for this repository. */
  Optional<Approval> find(String repository, String command);

  @Override
  void close();
}
