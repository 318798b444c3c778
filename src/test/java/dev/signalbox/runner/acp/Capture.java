package dev.signalbox.runner.acp;

import dev.signalbox.runner.program.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Recordings of real programs and another client. They lie beside the repository, not in it. */
final class Capture {
  private static final Path FOLDER =
      Path.of(System.getProperty("signalbox.root", "."))
          .resolve("../shared/agents/acp/captures")
          .normalize();

  private Capture() {}

  static void require() {
    Requirement.skipUnless(
        Files.isDirectory(FOLDER), "no recordings of ACP programs beside the repository");
  }

  /**
   * A line of a recording.
   *
   * @param isFromAgent else the client said it
   */
  record Line(boolean isFromAgent, JsonNode message) {}

  static List<Line> lines(String name) {
    try {
      return Files.readAllLines(FOLDER.resolve(name + ".wire.jsonl")).stream()
          .map(JsonMapper.shared()::readTree)
          .map(each -> new Line(each.path("dir").asString("").equals("<"), each.path("msg")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
