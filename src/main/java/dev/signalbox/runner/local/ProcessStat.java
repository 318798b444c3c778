package dev.signalbox.runner.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A line of {@code /proc/PID/stat} (proc_pid_stat(5)).
 *
 * @param state one letter
 * @param startTicks clock ticks from the machine's start to the process's
 */
record ProcessStat(char state, long parent, String startTicks) {
  private static final int STATE = 0;
  private static final int PARENT = 1;
  private static final int START = 19;

  /** Empty if there is no such process. */
  static Optional<ProcessStat> read(long pid) {
    try {
      byte[] bytes = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "stat"));
      return parse(new String(bytes, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The program's name stands in brackets before the fields and may hold brackets and spaces. */
  static Optional<ProcessStat> parse(String line) {
    String[] fields = line.substring(line.lastIndexOf(')') + 1).strip().split(" ", -1);
    return fields.length <= START
        ? Optional.empty()
        : Optional.of(
            new ProcessStat(
                fields[STATE].charAt(0), Long.parseLong(fields[PARENT]), fields[START]));
  }

  /** Whether it is neither dead nor a zombie. */
  boolean isLiving() {
    return state != 'Z' && state != 'X' && state != 'x';
  }
}
