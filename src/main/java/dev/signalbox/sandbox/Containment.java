package dev.signalbox.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What holds agents back on this machine, as the dispatch table and the health check say it.
 *
 * @param lack why there are no walls; empty if there are
 * @param isRoot whether Signalbox runs as root
 */
public record Containment(Optional<String> lack, boolean isRoot) {

  /** Asks the sandbox, which may run a program, and the system. */
  public static Containment of(Sandbox sandbox) {
    return new Containment(sandbox.unavailable(), isRootHere());
  }

  /** Whether walls are around agents. */
  public boolean isWalled() {
    return lack.isEmpty();
  }

  /** Whether an agent that does not want to wait for a gate could get round it. */
  public boolean areGatesAdvisory() {
    return !isWalled();
  }

  /** Whether agents that ask nobody are refused, unless they are run as another user. */
  public boolean isBypassRefused() {
    return !isWalled() && isRoot;
  }

  /** Whether this process is root's. The name of the user is no proof: any name may have id 0. */
  public static boolean isRootHere() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
      // Not on Linux.
      return System.getProperty("user.name", "").equals("root");
    }
  }
}
