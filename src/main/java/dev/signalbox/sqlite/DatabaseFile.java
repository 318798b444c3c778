package dev.signalbox.sqlite;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The file before SQLite knows it: private to its owner, as are the files that SQLite adds. */
public final class DatabaseFile {
  private DatabaseFile() {}

  /** Makes an empty file with mode 0600 if there is none. */
  public static void create(Path file) {
    try {
      Files.createFile(file, ownerOnly(file));
      try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
        folder.force(true);
      }
    } catch (FileAlreadyExistsException e) {
      // Made earlier, or by another process this moment.
    } catch (IOException e) {
      throw new SignalboxException(
          ErrorCode.JOURNAL_FAILED,
          file + ": expected to create the database, found " + e,
          List.of("check that its folder exists, belongs to you and has free space"),
          e);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
