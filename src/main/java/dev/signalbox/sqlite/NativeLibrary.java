package dev.signalbox.sqlite;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native part, unpacked once beside the first database that needs it.
 *
 * <p>The driver would unpack a copy into the machine's temporary folder for every process, and
 * leave it there for ever when the process is killed. The folder may also forbid running code.
 */
public final class NativeLibrary {
  private static final String PATH_SETTING = "org.sqlite.lib.path";
  private static final String NAME_SETTING = "org.sqlite.lib.name";

  private NativeLibrary() {}

  /**
   * Sees to it that the driver loads the copy beside {@code database}, unless it is told another.
   */
  public static synchronized void provideIn(Path database) {
    if (System.getProperty(PATH_SETTING) != null) {
      return;
    }
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream stream = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (stream == null) {
        // An operating system that the driver brings nothing for: its own message says so best.
        return;
      }
      String copy = SQLiteJDBCLoader.getVersion() + "-" + name;
      Path target = database.toAbsolutePath().resolveSibling(copy);
      publish(target, stream.readAllBytes());
      System.setProperty(NAME_SETTING, copy);
      System.setProperty(PATH_SETTING, String.valueOf(target.getParent()));
    } catch (IOException e) {
      throw new SignalboxException(
          ErrorCode.JOURNAL_FAILED,
          database + ": expected to unpack SQLite beside it, found " + e,
          List.of("check that the folder exists, belongs to you and has free space"),
          e);
    }
  }

  /** A copy that a kill cut short is never seen under the final name. */
  private static void publish(Path copy, byte[] content) throws IOException {
    if (Files.isRegularFile(copy) && Arrays.equals(Files.readAllBytes(copy), content)) {
      return;
    }
    Path draft = Files.createTempFile(copy.getParent(), "native-", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        ByteBuffer left = ByteBuffer.wrap(content);
        while (left.hasRemaining()) {
          channel.write(left);
        }
        channel.force(true);
      }
      Files.move(draft, copy, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
