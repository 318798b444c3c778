package dev.signalbox.delegation;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The events of one attempt, a JSON object per line. What a kill cut off is no event, and is cut
 * off before the next is written.
 */
final class WatchLog {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final Path file;

  WatchLog(Path folder) {
    this.file = folder.resolve("events.jsonl");
  }

  boolean exists() {
    return Files.exists(file);
  }

  /** Whole lines as they are. */
  byte[] bytes() {
    try {
      if (!exists()) {
        return new byte[0];
      }
      byte[] all = Files.readAllBytes(file);
      int end = all.length;
      while (end > 0 && all[end - 1] != '\n') {
        end--;
      }
      return Arrays.copyOf(all, end);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  List<WatchEvent> events() {
    return events(bytes());
  }

  static List<WatchEvent> events(byte[] lines) {
    List<WatchEvent> events = new ArrayList<>();
    new String(lines, StandardCharsets.UTF_8)
        .lines()
        .forEach(line -> event(line).ifPresent(events::add));
    return events;
  }

  private static Optional<WatchEvent> event(String line) {
    try {
      JsonNode json = MAPPER.readTree(line);
      Instant at = Instant.parse(json.path("at").asString(""));
      return WatchEvent.Kind.of(json.path("kind").asString(""))
          .map(kind ->
              new WatchEvent(
                  kind, at, json.path("id").asString(""), json.path("text").asString("")));
    } catch (JacksonException | DateTimeException _) {
      return Optional.empty();
    }
  }

  /** Adds events and flushes them. */
  void add(List<WatchEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    events.forEach(event -> lines.append(json(event)).append('\n'));
    try {
      Files.createDirectories(file.getParent());
      int whole = bytes().length;
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        channel.truncate(whole);
        channel.position(whole);
        channel.write(ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static String json(WatchEvent event) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", event.kind().word());
    json.put("at", event.at().toString());
    json.put("id", event.id());
    json.put("text", event.text());
    return MAPPER.writeValueAsString(json);
  }

  private SignalboxException failure(IOException e) {
    return new SignalboxException(
        ErrorCode.AGENT_FOLDER_FAILED,
        file + ": expected to read and write it, found " + e,
        List.of("make room, or give this user the right to write there"),
        e);
  }
}
