package dev.signalbox.runner.local;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.runner.ProcessIdentity;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Everything that an attempt started: the shim, the agent, what descends from them, and what
 * carries the attempt's mark in its environment although it lost its parents.
 *
 * @param mark {@code NAME=value}
 * @param isWalled whether the agent runs inside a sandbox
 */
record ProcessGroup(AttemptFolder folder, String mark, boolean isWalled) {
  /** Between two looks at processes that are about to end; ending takes them about as long. */
  private static final Duration PAUSE = Duration.ofMillis(2);

  /** For the shim to write down how the agent ended. */
  private static final Duration SHIM_END = Duration.ofSeconds(3);

  /** For killed processes to be gone, on a machine under load. */
  private static final Duration KILL_END = Duration.ofSeconds(30);

  /** The shim, if it lives. */
  Optional<ProcessIdentity> livingShim() {
    return folder
        .shim()
        .filter(ProcessTable::lives)
        .filter(shim -> ProcessTable.hasArgument(shim.pid(), folder.path().toString()));
  }

  /** Asks the agent to end. */
  void terminate() {
    agentInside().flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroy);
  }

  /** Ends everything; returns when nothing lives. */
  void kill() {
    Optional<ProcessIdentity> shim = livingShim();
    if (shim.isPresent()) {
      // The shim and its feeder end by themselves after the agent, and write down how it ended.
      Set<Long> rest = living();
      rest.removeAll(keepers());
      killEach(rest);
      await(() -> livingShim().isEmpty(), SHIM_END);
    }
    // A process that is about to end has no environment any more, and may still hold files.
    Set<ProcessIdentity> seen = new HashSet<>();
    boolean gone =
        await(
            () -> {
              Set<Long> rest = living();
              rest.forEach(pid -> ProcessTable.identity(pid).ifPresent(seen::add));
              killEach(rest);
              return rest.isEmpty() && seen.stream().noneMatch(ProcessTable::lives);
            },
            KILL_END);
    if (!gone) {
      throw new SignalboxException(
          ErrorCode.AGENT_UNSTOPPABLE,
          "agent: expected every process to end, found living " + living(),
          List.of("look at these processes with ps, and end them"));
    }
  }

  /** What lives of the attempt, in the order of pids. */
  Set<Long> living() {
    ProcessTable table = ProcessTable.now();
    Set<Long> roots = table.withVariable(mark);
    livingShim().ifPresent(shim -> roots.add(shim.pid()));
    folder.agent().filter(ProcessTable::lives).ifPresent(agent -> roots.add(agent.pid()));
    return table.withDescendants(roots);
  }

  /** The processes of the shim's own script: they carry its path as an argument. */
  private Set<Long> keepers() {
    Set<Long> keepers = new TreeSet<>();
    for (long pid : living()) {
      if (ProcessTable.hasArgument(pid, folder.script().toString())) {
        keepers.add(pid);
      }
    }
    return keepers;
  }

  /**
   * The agent itself. Walls are one or more processes of one program around it; a signal to the
   * outermost would end everything at once.
   */
  private Optional<Long> agentInside() {
    Optional<Long> outermost = folder.agent().filter(ProcessTable::lives).map(ProcessIdentity::pid);
    if (!isWalled || outermost.isEmpty()) {
      return outermost;
    }
    String walls = ProcessTable.programName(outermost.get());
    return ProcessTable.now().withDescendants(Set.of(outermost.get())).stream()
        .filter(pid -> !ProcessTable.programName(pid).equals(walls))
        .findFirst()
        .or(() -> outermost);
  }

  private static void killEach(Set<Long> pids) {
    for (long pid : pids) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  private static boolean await(BooleanSupplier condition, Duration most) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > most.toNanos()) {
        return false;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return true;
  }
}
