package dev.signalbox.runner.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Recorded conversations with a real program. They lie beside the repository, not in it.
 *
 * @param agent the name of the folder
 */
public record Capture(String agent) {

  /** Skips the test where there are none. */
  public void require() {
    Requirement.skipUnless(
        Files.isDirectory(folder()), "no recordings of " + agent + " beside the repository");
  }

  private Path folder() {
    return Path.of(System.getProperty("signalbox.root", "."))
        .resolve("../shared/agents")
        .resolve(agent)
        .resolve("captures")
        .normalize();
  }

  /** The lines of its stdout, without those of a recording that went the other way. */
  public List<String> lines(String name) {
    return name.endsWith(".wire.jsonl") ? directed(name, "<") : all(name);
  }

  /** The lines that were said to it. */
  public List<String> said(String name) {
    return directed(name, ">");
  }

  /**
   * A line of a recording.
   *
   * @param isFromAgent else it was said to it
   */
  public record Line(boolean isFromAgent, JsonNode message) {}

  /** All lines of both sides, in their order. */
  public List<Line> conversation(String name) {
    return all(name).stream()
        .map(JsonMapper.shared()::readTree)
        .map(each -> new Line(each.path("dir").asString("").equals("<"), each.path("msg")))
        .toList();
  }

  private List<String> directed(String name, String direction) {
    List<String> lines = new ArrayList<>();
    for (String line : all(name)) {
      JsonNode record = JsonMapper.shared().readTree(line);
      if (record.path("dir").asString("").equals(direction)) {
        lines.add(record.path("msg").toString());
      }
    }
    return lines;
  }

  private List<String> all(String name) {
    try {
      return Files.readAllLines(folder().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
