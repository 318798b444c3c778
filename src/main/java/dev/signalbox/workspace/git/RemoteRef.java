package dev.signalbox.workspace.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The one ref that Signalbox writes into a workspace's own git folder: where the base is. It is a
 * plain file, since git must not run with the workspace's configuration.
 */
final class RemoteRef {
  private final Path workspace;
  private final Path parts;

  /**
   * A ref of a workspace.
   *
   * @param parts a place of our own on the workspaces' disk
   */
  RemoteRef(Path workspace, Path parts) {
    this.workspace = workspace;
    this.parts = parts;
  }

  /** Writes {@code refs/remotes/origin/<base>}; a folder that is a symbolic link is refused. */
  void write(String base, String commit) throws IOException, WorkspaceException {
    Path folder = workspace.resolve(".git");
    demandFolder(folder);
    Path ref = folder;
    Path relative = Path.of("refs", "remotes", "origin").resolve(base);
    for (Path name : relative) {
      ref = ref.resolve(name);
      if (!name.equals(relative.getFileName())) {
        if (!Files.exists(ref, LinkOption.NOFOLLOW_LINKS)) {
          Files.createDirectory(ref);
        }
        demandFolder(ref);
      }
    }
    Path own = Folders.parentOf(parts);
    Files.createDirectories(own);
    Folders.write(own, folder.resolve(relative), commit + "\n");
  }

  private static void demandFolder(Path folder) throws WorkspaceException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw WorkspaceException.lasting(folder + ": expected a folder, found something else");
    }
  }
}
