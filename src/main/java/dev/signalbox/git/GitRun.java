package dev.signalbox.git;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.limit.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One process of git, from start to end. */
final class GitRun {
  private final String command;
  private final ProcessBuilder builder;
  private final byte[] input;
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  GitRun(String command, ProcessBuilder builder, String input) {
    this.command = command;
    this.builder = builder;
    this.input = input.getBytes(StandardCharsets.UTF_8);
  }

  GitResult result() {
    try {
      Process process = builder.start();
      try {
        return resultOf(process);
      } finally {
        end(process);
      }
    } catch (IOException e) {
      throw new SignalboxException(
          ErrorCode.GIT_FAILED,
          "git " + command + ": expected to run git, found " + e.getMessage(),
          List.of("install git 2.39 or later and put it on the PATH"),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SignalboxException(
          ErrorCode.GIT_FAILED,
          "git " + command + ": expected it to end, found an interruption",
          List.of(),
          e);
    }
  }

  private GitResult resultOf(Process process) throws IOException, InterruptedException {
    Thread feeder = Thread.ofVirtual().start(() -> feed(process));
    Thread listener = Thread.ofVirtual().start(() -> keepErrors(process));
    Thread watch = Thread.ofVirtual().start(() -> endLate(process));
    byte[] output = process.getInputStream().readNBytes(Limits.GIT_OUTPUT_BYTES_MAX);
    boolean isCut = output.length == Limits.GIT_OUTPUT_BYTES_MAX;
    if (isCut) {
      end(process);
    }
    int exit = process.waitFor();
    feeder.join();
    listener.join();
    watch.join();
    if (isCut) {
      return new GitResult(command, GitResult.NOT_ENDED, "", "more output than is read");
    }
    String said = errors.toString(StandardCharsets.UTF_8);
    if (exit > 128 && said.isBlank()) {
      return new GitResult(command, GitResult.NOT_ENDED, "", "an end by signal " + (exit - 128));
    }
    return new GitResult(command, exit, new String(output, StandardCharsets.UTF_8), said);
  }

  private void feed(Process process) {
    try (OutputStream stream = process.getOutputStream()) {
      stream.write(input);
    } catch (IOException e) {
      // git ended early; its exit code tells.
      return;
    }
  }

  /** Reads all, so that git never waits, and keeps the beginning, which names the cause. */
  private void keepErrors(Process process) {
    byte[] part = new byte[4096];
    try (InputStream stream = process.getErrorStream()) {
      for (int n = stream.read(part); n >= 0; n = stream.read(part)) {
        int room = Limits.GIT_ERROR_BYTES_MAX - errors.size();
        errors.write(part, 0, Math.min(n, room));
      }
    } catch (IOException e) {
      // Nothing more can be heard.
      return;
    }
  }

  private static void endLate(Process process) {
    try {
      if (!process.waitFor(Limits.GIT_MINUTES_MAX, TimeUnit.MINUTES)) {
        end(process);
      }
    } catch (InterruptedException e) {
      end(process);
    }
  }

  private static void end(Process process) {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
