package dev.signalbox.cli;

import java.util.Optional;

/** What {@code mcp} asks of the world around it. */
public interface ToolServing {

  /** Where nothing is served. */
  ToolServing NOTHING = folder -> {};

  /**
   * Serves the tools to the program at standard input and output, until the input ends. Nothing
   * else may print while it does.
   *
   * @param folder the state folder; empty: the one of the repository around the current folder
   */
  void serve(Optional<String> folder);
}
