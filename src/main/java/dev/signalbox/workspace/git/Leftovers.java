package dev.signalbox.workspace.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What kills left behind, to be looked at and removed while no engine runs. */
public final class Leftovers {
  private Leftovers() {}

  /**
   * The leftovers: work of merges and records that was cut off, and workspaces that were about to
   * be deleted.
   *
   * @param scratch the folder for merges
   * @param workspaces the root of the workspaces
   */
  public static List<Path> in(Path scratch, Path workspaces) {
    Path trash = workspaces.resolve(".trash");
    return Stream.of(
            inside(scratch, ScratchFolders.NAME_START),
            inside(workspaces.resolve(".records"), ScratchFolders.NAME_START),
            inside(trash, "").stream().flatMap(run -> inside(run, "").stream()).toList())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Path> inside(Path folder, String nameStart) {
    if (!Folders.isFolder(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(path -> String.valueOf(path.getFileName()).startsWith(nameStart))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw WorkspaceException.of(e).asFailure();
    }
  }

  /**
   * Removes a folder with everything in it; links in it are removed and not followed.
   *
   * @return why it could not, for a person; empty when nothing of it is left
   */
  public static Optional<String> remove(Path folder) {
    try {
      Folders.remove(folder);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(WorkspaceException.of(e).reason());
    }
  }
}
