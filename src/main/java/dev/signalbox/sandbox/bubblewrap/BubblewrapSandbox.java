package dev.signalbox.sandbox.bubblewrap;

import dev.signalbox.sandbox.Sandbox;
import dev.signalbox.sandbox.SandboxSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Walls by the bubblewrap program ({@code bwrap} 0.8 and later).
 *
 * <p>The program inside dies with the <em>thread</em> that starts it: the kernel's signal for the
 * death of a parent is about threads. Start it on a platform thread that lives as long as it should
 * run, or from a process of its own.
 *
 * <p>With the network shared, sockets that have no path (abstract ones) are in reach where the
 * kernel is too old for {@link SocketScope}; {@link #gap} tells.
 */
public final class BubblewrapSandbox implements Sandbox {
  /** A name space for users of its own: the program is nobody, whoever started it. */
  private static final List<String> AS_NOBODY =
      List.of("--unshare-user", "--uid", "65534", "--gid", "65534");

  /** For root where the kernel forbids such name spaces: no right is left but that of the files. */
  private static final List<String> WITHOUT_RIGHTS = List.of("--cap-drop", "ALL");

  /** Without the caller's terminal. */
  private static final List<String> DETACHED = List.of("--new-session");

  private final String program;
  private final Path home;
  private final Supplier<Probe.Answer> probe;

  /**
   * Runs nothing yet.
   *
   * @param program the name or path of bubblewrap
   * @param home the person's home folder, which is hidden
   */
  public BubblewrapSandbox(String program, Path home) {
    this.program = program;
    this.home = home;
    // Asked by several threads at once the probe may run more than once, with the same answer.
    this.probe =
        new Supplier<>() {
          private volatile Optional<Probe.Answer> answer = Optional.empty();

          @Override
          public Probe.Answer get() {
            if (answer.isEmpty()) {
              answer = Optional.of(Probe.of(ways(), this::trial));
            }
            return answer.orElseThrow();
          }

          private List<String> trial(Probe.Way way) {
            return walls(
                way, DETACHED, new Mounts(home), nothing(), List.of("/bin/sh", "-c", "exit 0"));
          }
        };
  }

  /** The best first: a scope without a user of its own is worth less than the other way round. */
  private static List<Probe.Way> ways() {
    List<Probe.Way> ways = new ArrayList<>();
    for (List<String> user : List.of(AS_NOBODY, WITHOUT_RIGHTS)) {
      SocketScope.prefix().ifPresent(scope -> ways.add(new Probe.Way(user, scope)));
      ways.add(new Probe.Way(user, List.of()));
    }
    return ways;
  }

  private static SandboxSpec nothing() {
    Path root = Path.of("/");
    return new SandboxSpec(root, List.of(), List.of(), List.of(), false);
  }

  @Override
  public Optional<String> unavailable() {
    return probe.get().failure();
  }

  @Override
  public Optional<String> gap() {
    boolean isWhole = unavailable().isPresent() || !probe.get().way().scope().isEmpty();
    return isWhole
        ? Optional.empty()
        : Optional.of(
            "sockets of this machine that have no path, such as those of some desktops, can be"
                + " reached: expected Linux 6.12 with Landlock, and Perl");
  }

  @Override
  public List<String> wrap(SandboxSpec spec, List<String> command) {
    return walls(DETACHED, spec, command);
  }

  @Override
  public List<String> wrapScreen(SandboxSpec spec, List<String> command, Path scratch) {
    Optional<byte[]> filter = TypingFilter.ofThisMachine();
    if (filter.isEmpty()) {
      // It cannot be kept from typing, so it gets no terminal of its own: it is not told of a
      // change of the window's size.
      return walls(DETACHED, spec, command);
    }
    Path file = TypingFilter.write(filter.get(), scratch.resolve("typing-filter"));
    List<String> wrapped = new ArrayList<>(TypingFilter.opened(file));
    wrapped.addAll(walls(TypingFilter.OPTIONS, spec, TypingFilter.hearing(command)));
    return List.copyOf(wrapped);
  }

  private List<String> walls(List<String> terminal, SandboxSpec spec, List<String> command) {
    Mounts mounts = new Mounts(home);
    mounts.hide(spec.hidden());
    mounts.show(spec.readable(), false);
    mounts.show(spec.writable(), true);
    if (spec.isNetworkShared()) {
      mounts.showNameServers();
    }
    return walls(probe.get().way(), terminal, mounts, spec, command);
  }

  private List<String> walls(
      Probe.Way way, List<String> terminal, Mounts mounts, SandboxSpec spec, List<String> command) {
    List<String> wrapped = new ArrayList<>();
    wrapped.add(program);
    wrapped.addAll(way.user());
    wrapped.addAll(terminal);
    wrapped.addAll(
        List.of("--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"));
    wrapped.add("--die-with-parent");
    if (!spec.isNetworkShared()) {
      wrapped.add("--unshare-net");
    }
    wrapped.addAll(mounts.arguments());
    wrapped.addAll(List.of("--chdir", Mounts.real(spec.folder()).toString(), "--"));
    wrapped.addAll(way.scope());
    wrapped.addAll(command);
    return List.copyOf(wrapped);
  }
}
