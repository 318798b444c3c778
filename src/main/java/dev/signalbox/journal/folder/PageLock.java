package dev.signalbox.journal.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to serve the dashboard of a state folder, and to say where. A lock of the operating
 * system, which is gone the moment its process is (docs/adr/0029-one-page-two-owners.md).
 */
public final class PageLock implements AutoCloseable {
  /** As in {@link EngineLock}: a second attempt of this process must not even open the file. */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final StateFolder folder;
  private final FileChannel channel;

  private PageLock(StateFolder folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes it without waiting; empty while somebody else has it.
   *
   * @throws dev.signalbox.error.SignalboxException {@code STATE_FAILED}
   */
  public static Optional<PageLock> take(StateFolder folder) {
    if (!HELD_HERE.add(folder.path())) {
      return Optional.empty();
    }
    Optional<FileChannel> channel = Optional.empty();
    try {
      channel = EngineLock.lock(folder.path().resolve("dashboard.lock"));
      return channel.map(open -> new PageLock(folder, open));
    } catch (IOException e) {
      throw StateFolder.failed(folder.path(), e);
    } finally {
      if (channel.isEmpty()) {
        HELD_HERE.remove(folder.path());
      }
    }
  }

  /** Whether somebody serves it at this moment. */
  public static boolean isHeld(StateFolder folder) {
    Optional<PageLock> free = take(folder);
    free.ifPresent(PageLock::close);
    return free.isEmpty();
  }

  /** Gives it back. Closing twice is harmless. */
  @Override
  public void close() {
    if (!channel.isOpen()) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw StateFolder.failed(folder.path(), e);
    } finally {
      HELD_HERE.remove(folder.path());
    }
  }
}
