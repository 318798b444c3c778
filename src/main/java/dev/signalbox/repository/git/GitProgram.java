package dev.signalbox.repository.git;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs git without a shell, with NUL between values so that no path can be misread. */
final class GitProgram {
  private final Path folder;

  GitProgram(Path folder) {
    this.folder = folder;
  }

  /**
   * Runs a command that only reads.
   *
   * @param input values for its standard input, each ended by NUL
   * @return the values of its output, which must end each with NUL
   * @throws SignalboxException {@code GIT_FAILED} when git is absent or ends with an error
   */
  List<String> run(List<String> arguments, List<String> input) {
    // fsmonitor runs a program that the repository's configuration names; nothing here needs it.
    List<String> command =
        Stream.concat(
                Stream.of("git", "--no-optional-locks", "-c", "core.fsmonitor=false"),
                arguments.stream())
            .toList();
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      Thread feeder = Thread.ofVirtual().start(() -> feed(process, input));
      byte[] output = process.getInputStream().readAllBytes();
      feeder.join();
      int exit = process.waitFor();
      if (exit != 0) {
        throw failure(arguments, "exit code " + exit, null);
      }
      return split(output);
    } catch (IOException e) {
      throw failure(arguments, String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(arguments, "an interruption", e);
    }
  }

  private static void feed(Process process, List<String> input) {
    try (OutputStream stream = process.getOutputStream()) {
      for (String value : input) {
        stream.write(value.getBytes(StandardCharsets.UTF_8));
        stream.write(0);
      }
    } catch (IOException e) {
      // git ended early; its exit code tells.
      return;
    }
  }

  private static List<String> split(byte[] output) {
    List<String> values = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < output.length; i++) {
      if (output[i] == 0) {
        values.add(new String(output, start, i - start, StandardCharsets.UTF_8));
        start = i + 1;
      }
    }
    return values;
  }

  private static SignalboxException failure(
      List<String> arguments, String found, @org.jspecify.annotations.Nullable Throwable cause) {
    return new SignalboxException(
        ErrorCode.GIT_FAILED,
        "git " + arguments.getFirst() + ": expected success, found " + found,
        List.of("run git status in the repository and mend what it reports"),
        cause);
  }
}
