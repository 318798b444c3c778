package dev.signalbox.runner;

import dev.signalbox.session.Spoken;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How one kind of agent is started and spoken with: lines in, lines out. Adapters below this
 * package implement it; the processes themselves are another adapter's.
 */
public interface Dialect {

  /**
   * The program and its arguments, without a shell. The prompt is not among them.
   *
   * @throws dev.signalbox.error.SignalboxException when the agent cannot be started in this mode
   */
  List<String> command(LaunchOrder order);

  /**
   * Variables that the agent needs beyond the allowlist, such as the address of its service.
   *
   * @param inherited the environment of Signalbox, from which the dialect takes what it names
   */
  Map<String, String> environment(LaunchOrder order, Map<String, String> inherited);

  /**
   * Makes what the agent writes to outside the workspace, and the read-only files in it, where they
   * are missing: inside the walls only what is there before can be shown. May be repeated.
   *
   * @throws dev.signalbox.error.SignalboxException when it cannot be made
   */
  default void makeFolders(Map<String, String> inherited) {}

  /** Folders outside the workspace that the agent may write to, such as its own configuration. */
  List<Path> writableFolders(Map<String, String> inherited);

  /**
   * Files and folders, there or not, within the writable ones that the agent may read only, such as
   * settings that name programs which would later run outside the walls.
   */
  default List<Path> readOnlyFiles(Map<String, String> inherited) {
    return List.of();
  }

  /**
   * Whether the program does only what a person wrote down for it, so that it may run as root
   * without walls. A program that a model drives never is.
   */
  default boolean isPredictable() {
    return false;
  }

  /** A conversation with one process, from its first line. */
  Exchange exchange(LaunchOrder order);

  /**
   * What a person reads of one line of output; nothing for junk, which never throws.
   *
   * @param line without its line feed
   */
  List<Spoken> shown(String line);
}
