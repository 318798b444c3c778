package dev.signalbox.cli;

import dev.signalbox.control.Control;
import java.util.Optional;

/** What the commands of a run ask of the world around them. */
public interface Engines {

  /**
   * The engine that runs for a state folder.
   *
   * @param folder empty: the one of the repository around the current folder
   * @throws dev.signalbox.error.SignalboxException when none is there
   */
  Control connect(Optional<String> folder);

  /**
   * The address of the dashboard that the engine of a state folder serves.
   *
   * @param folder empty: the one of the repository around the current folder
   * @return empty where the engine serves none
   * @throws dev.signalbox.error.SignalboxException when no engine is there
   */
  default Optional<String> dashboard(Optional<String> folder) {
    return Optional.empty();
  }

  /**
   * The token that reads the figures of a state folder's engine, and nothing else.
   *
   * @param folder empty: the one of the repository around the current folder
   * @return empty where no dashboard was served yet
   */
  default Optional<String> figuresToken(Optional<String> folder) {
    return Optional.empty();
  }

  /**
   * Who types: the name under which decisions are recorded.
   *
   * @throws dev.signalbox.error.SignalboxException {@code DECISION_BY_AGENT} when it is no person
   *     but a process that an agent started
   */
  String person();
}
