package dev.signalbox.cli;

import java.util.List;
import java.util.Optional;

/** What {@code demo} asks of the world around it. */
public interface Demonstration {

  /**
   * A small repository with a plan and scripts for its agents, made for the occasion.
   *
   * @param folder that holds everything
   * @param plan the path of the plan
   * @param state the state folder
   */
  record Stage(String folder, String plan, String state) {}

  /**
   * Makes the repository.
   *
   * @param folder an empty or absent folder; empty: a new one among the temporary files
   */
  Stage prepare(Optional<String> folder);

  /** The history of the repository's base, newest first, as git draws it. */
  List<String> history(Stage stage);

  /** The registry as the plan file shows it now. */
  List<String> registry(Stage stage);
}
