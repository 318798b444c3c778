package dev.signalbox.runner;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A path as an agent names it. */
public final class ToldPath {
  private ToldPath() {}

  /**
   * The path in the form that policy compares: relative to the workspace with {@code /} between its
   * parts, or absolute for a file outside of it. Nothing on the disk is looked at, so links are not
   * followed.
   *
   * @param told absolute, or relative to the workspace
   * @return empty for what is no path, and for the workspace itself
   */
  public static Optional<String> of(Path workspace, String told) {
    if (told.isBlank()) {
      return Optional.empty();
    }
    try {
      Path root = workspace.normalize();
      Path path = root.resolve(told).normalize();
      String text = path.startsWith(root) ? root.relativize(path).toString() : path.toString();
      return Optional.of(text).filter(found -> !found.isEmpty());
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
