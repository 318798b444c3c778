package dev.signalbox.workspace.git;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Locks that a git left in a workspace's git folder when it was killed. */
final class StaleLocks {
  private static final String SUFFIX = ".lock";

  private StaleLocks() {}

  /**
   * Removes them. No ref ends like a lock, so nothing else is lost; links are not followed, and
   * objects are passed over, which git locks by names of their own.
   *
   * @param gitFolder which need not be there
   */
  static void remove(Path gitFolder) throws IOException {
    if (!Folders.isFolder(gitFolder)) {
      return;
    }
    Path objects = gitFolder.resolve("objects");
    Files.walkFileTree(
        gitFolder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            return path.equals(objects) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
              throws IOException {
            if (path.toString().endsWith(SUFFIX)) {
              Files.deleteIfExists(path);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
