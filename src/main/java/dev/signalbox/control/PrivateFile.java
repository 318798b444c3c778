package dev.signalbox.control;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files of a state folder that only their owner may read, such as those with tokens. */
public final class PrivateFile {
  private PrivateFile() {}

  /**
   * What one says, without white space around it; empty where it is not there or cannot be read.
   */
  public static Optional<String> read(Path folder, String name) {
    try {
      return Optional.of(Files.readString(folder.resolve(name)).strip());
    } catch (IOException e) {
      // What cannot be read is made anew.
      return Optional.empty();
    }
  }

  /**
   * Writes one, whole or not at all; it was never readable for others.
   *
   * @param folder whose lock the caller holds; made where it is missing
   * @throws SignalboxException {@code OUTPUT_FAILED}
   */
  public static void write(Path folder, String name, String text) {
    try {
      Files.createDirectories(folder, owned("rwx------"));
      Path fresh = folder.resolve(name + ".new");
      Files.deleteIfExists(fresh);
      try (FileChannel channel =
          FileChannel.open(
              fresh,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              owned("rw-------"))) {
        channel.write(StandardCharsets.UTF_8.encode(text));
        channel.force(true);
      }
      Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new SignalboxException(
          ErrorCode.OUTPUT_FAILED,
          "expected to write " + folder.resolve(name) + ", found " + e.getClass().getSimpleName(),
          List.of("check the folder's permissions and the free space"),
          e);
    }
  }

  private static FileAttribute<?> owned(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
