package dev.signalbox.cli;

import java.util.Optional;
import java.util.function.Consumer;

/** What {@code mcp} asks of the world around it. */
public interface ToolServing {

  /** Where nothing is served. */
  ToolServing NOTHING =
      new ToolServing() {
        @Override
        public void serve(Optional<String> folder) {}

        @Override
        public void serveHttp(Optional<String> folder, int port, Consumer<String> line) {}
      };

  /**
   * Serves the tools to the program at standard input and output, until the input ends. Nothing
   * else may print while it does.
   *
   * @param folder the state folder; empty: the one of the repository around the current folder
   */
  void serve(Optional<String> folder);

  /**
   * Serves the tools over HTTP on the loopback interface, until the process ends.
   *
   * @param port 0 for any that is free
   * @param line takes what a person has to know to use them, line by line
   */
  void serveHttp(Optional<String> folder, int port, Consumer<String> line);
}
