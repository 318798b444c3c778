package dev.signalbox.journal.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to be the only engine of a state folder: a lock of the operating system, which is gone
 * the moment its process is, however that ended.
 */
public final class EngineLock implements AutoCloseable {
  /**
   * The folders that this process holds. A POSIX lock belongs to the process and is lost when any
   * channel on the file is closed, so a second attempt must not even open it.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final StateFolder folder;
  private final FileChannel channel;

  private EngineLock(StateFolder folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the lock without waiting.
   *
   * @param now written down for the one who comes second
   */
  public static LockOutcome acquire(StateFolder folder, Instant now) {
    if (!HELD_HERE.add(folder.path())) {
      return new LockOutcome.Held(folder.path(), holderOf(folder));
    }
    Optional<FileChannel> channel = Optional.empty();
    try {
      channel = lock(folder.lock());
    } catch (IOException e) {
      throw StateFolder.failed(folder.path(), e);
    } finally {
      if (channel.isEmpty()) {
        HELD_HERE.remove(folder.path());
      }
    }
    if (channel.isEmpty()) {
      return new LockOutcome.Held(folder.path(), holderOf(folder));
    }
    EngineLock lock = new EngineLock(folder, channel.get());
    lock.sign(new LockHolder(ProcessHandle.current().pid(), now));
    return new LockOutcome.Acquired(lock);
  }

  /** Who holds the folder as last written; a killed engine leaves its name behind. */
  public static Optional<LockHolder> holderOf(StateFolder folder) {
    try {
      return LockHolder.parse(Files.readString(folder.holder()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Locks a file that is opened for nothing else; empty while another process has it. */
  static Optional<FileChannel> lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly(file));
    FileLock lock = null;
    try {
      lock = channel.tryLock();
      return lock == null ? Optional.empty() : Optional.of(channel);
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Not flushed to the disk: after a power cut nobody holds the lock. */
  private void sign(LockHolder holder) {
    Path draft = folder.path().resolve("holder.new");
    try {
      Files.deleteIfExists(draft);
      Files.createFile(draft, ownerOnly(draft));
      Files.writeString(draft, holder.text());
      Files.move(draft, folder.holder(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      close();
      throw StateFolder.failed(folder.path(), e);
    }
  }

  /** Gives the folder back. Closing twice is harmless. */
  @Override
  public void close() {
    if (!channel.isOpen()) {
      return;
    }
    try {
      Files.deleteIfExists(folder.holder());
      channel.close();
    } catch (IOException e) {
      throw StateFolder.failed(folder.path(), e);
    } finally {
      HELD_HERE.remove(folder.path());
    }
  }
}
