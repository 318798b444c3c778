package dev.signalbox.runner.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The {@code ps} program, for systems without {@code /proc}. */
final class Ps {
  private Ps() {}

  /** One column of one process; empty if there is no such process. */
  static String line(long pid, String column) {
    ProcessBuilder builder =
        new ProcessBuilder(List.of("ps", "-o", column + "=", "-p", Long.toString(pid)));
    builder.environment().put("LC_ALL", "C");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
