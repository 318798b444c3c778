package dev.signalbox.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether a disk has room for something new. */
public final class FreeSpace {
  private static final long MEBIBYTE = 1024 * 1024;

  private FreeSpace() {}

  /** The folder itself, or the innermost around it that is there. */
  public static Path nearest(Path folder) {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }

  /**
   * Why nothing may be started; empty when there is room, or nobody can tell.
   *
   * @param folder on the disk that is asked about; need not exist yet
   * @param bytesMin what has to be free
   */
  static Optional<String> shortage(Path folder, long bytesMin) {
    Path there = nearest(folder);
    try {
      long free = Files.getFileStore(there).getUsableSpace();
      return free >= bytesMin
          ? Optional.empty()
          : Optional.of(
              "disk: expected %,d MB free below %s, found %,d"
                  .formatted(bytesMin / MEBIBYTE, there, free / MEBIBYTE));
    } catch (IOException e) {
      // What is about to be made there tells.
      return Optional.empty();
    }
  }
}
