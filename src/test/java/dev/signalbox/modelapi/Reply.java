package dev.signalbox.modelapi;

import java.util.List;
import java.util.Map;

/** What the service does with one call. */
public sealed interface Reply {

  /** A message of the model. */
  record Said(List<Block> blocks) implements Reply {
    public Said {
      blocks = List.copyOf(blocks);
    }
  }

  /** An error, such as 529 {@code overloaded_error}. */
  record Failed(int status, String type, String message) implements Reply {}

  /** No answer at all until the service is closed. */
  record Stalled() implements Reply {}

  /** A part of a message. */
  sealed interface Block {

    record Text(String text) implements Block {}

    /**
     * A tool that the model wants to use.
     *
     * @param input of strings, lists and maps
     */
    record ToolUse(String tool, Map<String, Object> input) implements Block {}
  }

  static Reply text(String text) {
    return new Said(List.of(new Block.Text(text)));
  }

  static Reply tool(String tool, Map<String, Object> input) {
    return new Said(List.of(new Block.ToolUse(tool, input)));
  }

  static Reply bash(String command) {
    return tool("Bash", Map.of("command", command, "description", "A step of the script"));
  }

  static Reply write(String file, String content) {
    return tool("Write", Map.of("file_path", file, "content", content));
  }
}
