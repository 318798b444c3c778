package dev.signalbox.runner.claude;

import dev.signalbox.runner.program.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Recorded output of the real program. It lies beside the repository, not in it. */
final class Capture {
  private static final Path FOLDER =
      Path.of(System.getProperty("signalbox.root", "."))
          .resolve("../shared/agents/claude/captures")
          .normalize();

  private Capture() {}

  static void require() {
    Requirement.skipUnless(
        Files.isDirectory(FOLDER), "no recordings of Claude Code beside the repository");
  }

  /** The lines of its stdout, without those of a recording that went the other way. */
  static List<String> lines(String name) {
    try {
      List<String> lines = Files.readAllLines(FOLDER.resolve(name));
      return name.endsWith(".wire.jsonl") ? received(lines) : lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> received(List<String> lines) {
    List<String> received = new ArrayList<>();
    for (String line : lines) {
      JsonNode record = JsonMapper.shared().readTree(line);
      if (record.path("dir").asString("").equals("<")) {
        received.add(record.path("msg").toString());
      }
    }
    return received;
  }
}
