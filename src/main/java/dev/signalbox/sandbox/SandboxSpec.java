package dev.signalbox.sandbox;

import java.nio.file.Path;
import java.util.List;

/**
 * What a program inside the walls may see. Everything else of home, {@code /run}, {@code /tmp} and
 * the state folder is empty; system folders are read-only.
 *
 * @param folder where it starts; one of {@code writable}
 * @param writable folders with full access
 * @param readable folders and files that it may read
 * @param hidden folders that are empty inside, such as the state folder
 * @param isNetworkShared whether it reaches the network, as agents whose service is there must
 */
public record SandboxSpec(
    Path folder,
    List<Path> writable,
    List<Path> readable,
    List<Path> hidden,
    boolean isNetworkShared) {
  public SandboxSpec {
    writable = List.copyOf(writable);
    readable = List.copyOf(readable);
    hidden = List.copyOf(hidden);
  }

  /** The same without the network. */
  public SandboxSpec withoutNetwork() {
    return new SandboxSpec(folder, writable, readable, hidden, false);
  }
}
