package dev.signalbox.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What processes take, from Linux's {@code /proc}. */
final class Processes {
  private static final Pattern MARK = Pattern.compile("\"mark\":\"([0-9a-f-]+)\"");
  private static final Pattern PSS = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");
  private static final Pattern RSS = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");

  private Processes() {}

  static void print(String what, Instant from, Instant to) {
    System.out.printf("%s: %,d ms%n", what, Duration.between(from, to).toMillis());
  }

  /** Memory of this process, and what it computes while nothing happens. */
  static void printOwn(Duration look) throws IOException {
    Duration before = cpu();
    Instant start = Instant.now();
    while (Duration.between(start, Instant.now()).compareTo(look) < 0) {
      LockSupport.parkNanos(look.toNanos() / 10);
    }
    double percent =
        100.0 * cpu().minus(before).toNanos() / Duration.between(start, Instant.now()).toNanos();
    System.out.printf("engine, idle: %.1f %% of one core%n", percent);
    System.out.printf("engine, resident: %,d MB%n", number(RSS, "/proc/self/status") / 1024);
    System.gc();
    System.out.printf(
        "engine, resident after a collection: %,d MB%n", number(RSS, "/proc/self/status") / 1024);
  }

  /** Less than the time that passed says how much the machine had for others. */
  static void printCpu() {
    System.out.printf("computed for it: %,d ms%n", cpu().toMillis());
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Memory of everything that the attempts of a state folder started. */
  static void printMarked(Path state) throws IOException {
    long kilobytes = 0;
    List<Long> pids = marked(state);
    for (long pid : pids) {
      kilobytes += number(PSS, "/proc/" + pid + "/smaps_rollup");
    }
    System.out.printf(
        "shims, feeders and agents: %,d processes, PSS %,d MB%n", pids.size(), kilobytes / 1024);
  }

  static void killMarked(Path state) throws IOException {
    List<Long> left = marked(state);
    while (!left.isEmpty()) {
      left.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      left = marked(state);
    }
  }

  /** The processes that carry the mark of one of the state folder's attempts. */
  private static List<Long> marked(Path state) throws IOException {
    Set<String> marks = new HashSet<>();
    Path sessions = state.resolve("sessions");
    if (Files.isDirectory(sessions)) {
      try (Stream<Path> files = Files.walk(sessions)) {
        for (Path order : files.filter(path -> path.endsWith("order.json")).toList()) {
          Matcher mark = MARK.matcher(Files.readString(order));
          if (mark.find()) {
            marks.add("SIGNALBOX_ATTEMPT=" + mark.group(1));
          }
        }
      }
    }
    List<Long> found = new ArrayList<>();
    for (long pid : ProcessHandle.allProcesses().map(ProcessHandle::pid).toList()) {
      if (Stream.of(text("/proc/" + pid + "/environ").split("\0")).anyMatch(marks::contains)) {
        found.add(pid);
      }
    }
    return found;
  }

  private static long number(Pattern pattern, String file) {
    Matcher matcher = pattern.matcher(text(file));
    return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
  }

  /** Empty for a process that is gone. */
  private static String text(String file) {
    try {
      return new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
