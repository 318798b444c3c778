package dev.signalbox.web;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/** A line in the state folder that nobody but its owner may read. */
final class OwnersFile {
  private OwnersFile() {}

  /** What it says; empty where it is not there or cannot be read. */
  static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file, StandardCharsets.US_ASCII).strip());
    } catch (IOException e) {
      // What cannot be read is made anew.
      return Optional.empty();
    }
  }

  /**
   * Writes it, whole or not at all.
   *
   * @throws SignalboxException {@code OUTPUT_FAILED}
   */
  static void write(Path folder, String name, String line) {
    try {
      Path fresh =
          Files.createTempFile(
              folder,
              name,
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, line + "\n");
      Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new SignalboxException(
          ErrorCode.OUTPUT_FAILED,
          "expected to write " + folder.resolve(name) + ", found " + e.getMessage(),
          List.of("check the folder's permissions and the free space"),
          e);
    }
  }
}
