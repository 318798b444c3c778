package dev.signalbox.journal;

import dev.signalbox.session.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A journal that is kept in the source tree, one fact per line. */
public final class KeptJournal {
  /** All of them, by the shape of the file. */
  public static final Path FOLDER =
      Path.of(System.getProperty("signalbox.root", ".")).resolve("src/test/resources/journals");

  private KeptJournal() {}

  /** Its facts in order. */
  public static List<StoredFact> read(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(KeptJournal::fact).toList();
  }

  private static StoredFact fact(String line) {
    JsonNode json = JsonMapper.shared().readTree(line);
    return new StoredFact(
        json.get("sequence").asLong(),
        new RunId(json.get("run").asString()),
        json.get("kind").asString(),
        json.get("version").asInt(),
        Instant.parse(json.get("at").asString()),
        json.get("fact").toString());
  }
}
