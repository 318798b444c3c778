package dev.signalbox.app;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * How a program ended that was only asked something: no shell, no input, nothing but the given
 * variables.
 *
 * @param exit empty if it did not start, or did not end in time
 * @param firstLine of its output that is not blank; empty for none
 */
record Trial(OptionalInt exit, String firstLine) {
  private static final int BYTES_MAX = 8192;
  private static final Trial NONE = new Trial(OptionalInt.empty(), "");

  /** Waits for the program's end, or ends it when the time is over. */
  static Trial of(List<String> command, Map<String, String> environment, Duration limit) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            // Warnings there would stand before the answer.
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      Ahead<String> output = Ahead.of(() -> beginning(process.getInputStream()));
      try {
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)
            ? new Trial(OptionalInt.of(process.exitValue()), firstLine(output.get()))
            : NONE;
      } finally {
        end(process);
      }
    } catch (IOException e) {
      return NONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NONE;
    }
  }

  boolean isOk() {
    return exit.equals(OptionalInt.of(0));
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Reads no more than is of use; a program that writes on is ended by the caller. */
  private static String beginning(InputStream stream) {
    try {
      return new String(stream.readNBytes(BYTES_MAX), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private static String firstLine(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
  }
}
