package dev.signalbox.sandbox.none;

import dev.signalbox.sandbox.Sandbox;
import dev.signalbox.sandbox.SandboxSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives a program its folder and nothing else: it reads and writes what the user may, reaches the
 * network, and what it starts can outlive it.
 */
public final class NoSandbox implements Sandbox {
  /** Fixed text; everything variable is a parameter of it and is never read as shell. */
  private static final String IN_FOLDER = "cd -- \"$1\" && shift && unset OLDPWD && exec \"$@\"";

  private final String reason;

  /**
   * Stands in for walls.
   *
   * @param reason why there are none, for a person
   */
  public NoSandbox(String reason) {
    this.reason = reason;
  }

  @Override
  public Optional<String> unavailable() {
    return Optional.of(
        "expected walls around programs, found none: "
            + reason
            + "; programs can read and write everything that the user can");
  }

  @Override
  public List<String> wrap(SandboxSpec spec, List<String> command) {
    List<String> wrapped = new ArrayList<>(List.of("/bin/sh", "-c", IN_FOLDER, "sh"));
    wrapped.add(spec.folder().toString());
    wrapped.addAll(command);
    return List.copyOf(wrapped);
  }
}
