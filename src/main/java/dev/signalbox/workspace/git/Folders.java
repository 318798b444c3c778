package dev.signalbox.workspace.git;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Steps on files that can be repeated after a kill, and that follow no links. */
final class Folders {
  private Folders() {}

  /** The folder that a path lies in. */
  static Path parentOf(Path path) {
    return Objects.requireNonNull(
        path.toAbsolutePath().getParent(), "below the file system's root");
  }

  /** Whether it is a folder, and not a link to one. */
  static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether anything is there, also a link that leads nowhere. */
  static boolean isThere(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Removes a folder with everything in it, also with folders that an agent made unreadable. */
  static void remove(Path folder) throws IOException {
    if (!isThere(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
              throws IOException {
            if (!Files.isWritable(path) || !Files.isExecutable(path)) {
              Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(path);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            // A folder without the right to read it: open it up and go in.
            if (isFolder(path) && !Files.isReadable(path)) {
              Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
              remove(path);
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path path, @Nullable IOException e)
              throws IOException {
            Files.deleteIfExists(path);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /**
   * Writes a file of our own in one step, if it does not say this already. It can be made again, so
   * nothing waits for the disk.
   */
  static void note(Path file, String text) throws IOException {
    if (!WorkspaceRefs.text(file, text.length() * 4 + 1).equals(text)) {
      publish(parentOf(file), file, text, false);
    }
  }

  /**
   * Publishes a file in one step, in place of whatever lies under its name.
   *
   * @param parts an existing folder on the same disk, for what is not whole yet
   */
  static void write(Path parts, Path file, String text) throws IOException {
    publish(parts, file, text, true);
  }

  private static void publish(Path parts, Path file, String text, boolean isForced)
      throws IOException {
    Path made = Files.createTempFile(parts, ".made-", "");
    try {
      try (FileChannel channel = FileChannel.open(made, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        if (isForced) {
          channel.force(true);
        }
      }
      Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-r--r--"));
      move(made, file);
    } finally {
      Files.deleteIfExists(made);
    }
  }

  static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }
}
