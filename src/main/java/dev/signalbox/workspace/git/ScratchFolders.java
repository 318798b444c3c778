package dev.signalbox.workspace.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Folders for one piece of work each, and the removal of those that a kill left behind. */
final class ScratchFolders {
  /** How the names of these folders begin. */
  static final String NAME_START = "work-";

  private final Path root;
  private final Set<Path> used = new HashSet<>();

  ScratchFolders(Path root) {
    this.root = root;
  }

  Path root() {
    return root;
  }

  /** A new empty folder. Leftovers, which are all those that nobody here uses, go first. */
  synchronized Scratch make() throws IOException {
    Files.createDirectories(root);
    for (Path left : leftovers()) {
      Folders.remove(left);
    }
    Path made = Files.createTempDirectory(root, NAME_START);
    used.add(made);
    return new Scratch(made);
  }

  private List<Path> leftovers() throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      return entries
          .filter(path -> String.valueOf(path.getFileName()).startsWith(NAME_START))
          .filter(path -> !used.contains(path))
          .toList();
    }
  }

  private synchronized void giveBack(Path folder) {
    used.remove(folder);
  }

  /** A folder that is gone when it is closed. */
  final class Scratch implements AutoCloseable {
    private final Path path;

    private Scratch(Path path) {
      this.path = path;
    }

    Path path() {
      return path;
    }

    @Override
    public void close() {
      try {
        Folders.remove(path);
      } catch (IOException e) {
        // It becomes a leftover, for the next call to remove.
        return;
      } finally {
        giveBack(path);
      }
    }
  }
}
