package dev.signalbox.sandbox.none;

import dev.signalbox.sandbox.Sandbox;
import dev.signalbox.sandbox.SandboxSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Gives a program its folder and its environment, and nothing else: it reads and writes what the
 * user may, reaches the network, and what it starts can outlive it.
 */
public final class NoSandbox implements Sandbox {
  /** Fixed text; everything variable is a parameter of it and is never read as shell. */
  private static final String IN_FOLDER = "cd -- \"$1\" && shift && exec env -i \"$@\"";

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
    if (command.getFirst().contains("=")) {
      throw new IllegalArgumentException(
          "expected a program without =, found " + command.getFirst());
    }
    List<String> wrapped = new ArrayList<>(List.of("/bin/sh", "-c", IN_FOLDER, "sh"));
    wrapped.add(spec.folder().toString());
    for (Map.Entry<String, String> variable : new TreeMap<>(spec.environment()).entrySet()) {
      wrapped.add(variable.getKey() + "=" + variable.getValue());
    }
    wrapped.addAll(command);
    return List.copyOf(wrapped);
  }
}
