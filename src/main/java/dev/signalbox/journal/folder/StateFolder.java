package dev.signalbox.journal.folder;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * Where an engine keeps its state: {@code journal.db}, {@code lock} and {@code holder}. Nobody but
 * the owner may look inside (mode 0700), for transcripts and tokens lie there too.
 */
public final class StateFolder {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private final Path path;

  private StateFolder(Path path) {
    this.path = path;
  }

  /** The folder as it is, to read only; it need not exist. */
  public static StateFolder at(Path path) {
    return new StateFolder(path);
  }

  /** Makes the folder if need be, and takes the rights of others away. */
  public static StateFolder open(Path path) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      if (isPosix(path)) {
        create(path);
        Files.setPosixFilePermissions(path, OWNER_ONLY);
      } else {
        Files.createDirectories(path);
      }
      return new StateFolder(path.toRealPath());
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  /** With the mode from the start: between making and closing it somebody could have come in. */
  private static void create(Path path) throws IOException {
    try {
      Files.createDirectory(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(path)) {
        throw e;
      }
    }
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  static SignalboxException failed(Path path, IOException e) {
    return new SignalboxException(
        ErrorCode.STATE_FAILED,
        path + ": expected to use the state folder, found " + e,
        List.of("check the owner and mode of the folder, and free space"),
        e);
  }

  public Path path() {
    return path;
  }

  /** The journal's file; may not exist yet. */
  public Path journal() {
    return path.resolve("journal.db");
  }

  /** The file whose lock is the right to be the engine. Never opened but for locking. */
  Path lock() {
    return path.resolve("lock");
  }

  /** Says who holds the lock, for people. */
  Path holder() {
    return path.resolve("holder");
  }

  /** Whether an engine ever worked here. */
  public boolean isThere() {
    return Files.isDirectory(path);
  }
}
