package dev.signalbox.control.http;

import dev.signalbox.control.JsonFields;
import dev.signalbox.control.PrivateFile;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How to reach a running engine; lies in its state folder, readable by its owner only.
 *
 * @param token what every request has to show
 * @param pid of the engine
 */
record ControlFile(int port, String token, long pid, String run, Instant since) {
  private static final String NAME = "control.json";
  private static final String URL_START = "http://127.0.0.1:";

  static Path in(Path folder) {
    return folder.resolve(NAME);
  }

  String url() {
    return URL_START + port;
  }

  /** Makes it visible, whole or not at all. */
  void publish(Path folder) {
    PrivateFile.write(folder, NAME, ControlFileJson.write(this));
  }

  /** Removes the file of an engine that was killed; only the holder of the folder's lock may. */
  static void forget(Path folder) {
    try {
      Files.deleteIfExists(in(folder));
    } catch (IOException e) {
      // The next engine replaces it, and commands see that its process is gone.
      return;
    }
  }

  /** Removes it, unless another engine's has taken its place. */
  void remove(Path folder) {
    try {
      if (read(folder).filter(this::equals).isPresent()) {
        Files.deleteIfExists(in(folder));
      }
    } catch (IOException | SignalboxException e) {
      // Whoever finds it later sees that nobody listens there.
    }
  }

  /** What lies in the folder; empty where nothing does. */
  static Optional<ControlFile> read(Path folder) {
    try {
      JsonFields json = JsonFields.parse(Files.readString(in(folder)));
      String url = json.text("url");
      if (!url.startsWith(URL_START)) {
        throw new IllegalArgumentException("expected a loopback address, found " + url);
      }
      return Optional.of(
          new ControlFile(
              Integer.parseInt(url.substring(URL_START.length())),
              json.text("token"),
              json.number("pid"),
              json.text("run"),
              Instant.parse(json.text("since"))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      throw new SignalboxException(
          ErrorCode.ENGINE_REFUSED,
          "expected to read " + in(folder) + ", found " + e.getMessage(),
          List.of("check the file's permissions; an engine writes it anew when it starts"),
          e);
    }
  }

  /** Never the token: what is printed ends in logs. */
  @Override
  public String toString() {
    return "engine " + pid + " at " + url();
  }
}
