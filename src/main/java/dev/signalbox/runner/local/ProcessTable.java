package dev.signalbox.runner.local;

import dev.signalbox.runner.ProcessIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The processes of this machine at one moment. Zombies are not among them: they run no more.
 *
 * @param parents the parent of each living process
 */
record ProcessTable(Map<Long, Long> parents) {
  private static final Path PROC = Path.of("/proc");
  private static final Path BOOT_ID = PROC.resolve("sys/kernel/random/boot_id");

  /** What the shim writes where the system tells no boot id. */
  private static final String BOOT_UNKNOWN = "-";

  static ProcessTable now() {
    Map<Long, Long> parents = new HashMap<>();
    if (!hasProc()) {
      ProcessHandle.allProcesses()
          .forEach(p -> parents.put(p.pid(), p.parent().map(ProcessHandle::pid).orElse(0L)));
      return new ProcessTable(parents);
    }
    for (long pid : pids()) {
      ProcessStat.read(pid)
          .filter(ProcessStat::isLiving)
          .ifPresent(stat -> parents.put(pid, stat.parent()));
    }
    return new ProcessTable(parents);
  }

  /** The id of the machine's start. */
  static String bootId() {
    return Boot.ID;
  }

  /** Read once: this process does not outlive the machine's start. */
  private static final class Boot {
    static final String ID = read();

    private static String read() {
      try {
        return Files.readString(BOOT_ID).strip();
      } catch (IOException e) {
        return BOOT_UNKNOWN;
      }
    }
  }

  /** Whether this very process lives, and not another one with its pid. */
  static boolean lives(ProcessIdentity identity) {
    return identity.pid() > 0
        && identity.bootId().equals(bootId())
        && startOf(identity.pid()).equals(Optional.of(identity.startTicks()));
  }

  /** What tells the living process with this pid from every other; empty if there is none. */
  static Optional<ProcessIdentity> identity(long pid) {
    return startOf(pid).map(start -> new ProcessIdentity(pid, bootId(), start));
  }

  /** Whether one of the arguments of a process is {@code word}. */
  static boolean hasArgument(long pid, String word) {
    if (!hasProc()) {
      return Ps.line(pid, "args").contains(word);
    }
    return List.of(nulSeparated(pid, "cmdline")).contains(word);
  }

  /** The name of the program that a process runs; empty if it is gone. */
  static String programName(long pid) {
    return hasProc() ? procText(pid, "comm").strip() : Ps.line(pid, "comm");
  }

  /**
   * The living processes that were started with {@code variable}, itself of the form {@code
   * NAME=value}, in their environment. Empty on systems that do not show it.
   */
  Set<Long> withVariable(String variable) {
    Set<Long> found = new TreeSet<>();
    for (long pid : parents.keySet()) {
      if (hasProc() && List.of(nulSeparated(pid, "environ")).contains(variable)) {
        found.add(pid);
      }
    }
    return found;
  }

  /** These and all that they started, nearest first, as far as it lives and has its parents. */
  Set<Long> withDescendants(Set<Long> roots) {
    Map<Long, List<Long>> children = new HashMap<>();
    parents.forEach(
        (pid, parent) -> children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(pid));
    Set<Long> found = new LinkedHashSet<>();
    Deque<Long> open = new ArrayDeque<>(roots);
    while (!open.isEmpty()) {
      long pid = open.pop();
      if (parents.containsKey(pid) && found.add(pid)) {
        open.addAll(children.getOrDefault(pid, List.of()));
      }
    }
    return found;
  }

  private static Optional<String> startOf(long pid) {
    if (hasProc()) {
      return ProcessStat.read(pid).filter(ProcessStat::isLiving).map(ProcessStat::startTicks);
    }
    return Optional.of(Ps.line(pid, "lstart"))
        .filter(text -> !text.isEmpty())
        .map(text -> text.replaceAll(" +", "_"));
  }

  private static boolean hasProc() {
    return !bootId().equals(BOOT_UNKNOWN);
  }

  private static List<Long> pids() {
    List<Long> pids = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
      entries.forEach(entry -> pids.add(Long.parseLong(PROC.relativize(entry).toString())));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return pids;
  }

  private static String[] nulSeparated(long pid, String name) {
    return procText(pid, name).split("\0", -1);
  }

  /** Empty for a process that is gone or somebody else's. */
  private static String procText(long pid, String name) {
    try {
      return new String(
          Files.readAllBytes(PROC.resolve(Long.toString(pid)).resolve(name)),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
