package dev.signalbox.runner.local;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.redaction.MaskWindow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Covers the secrets in what attempts left behind, once nothing of an attempt lives. Before that
 * its files stay as they are: what was asked must be said back as it came.
 *
 * <p>Each file is replaced as a whole by one of the same size, with every line at its place, and a
 * mark comes last; after a kill anywhere everything is done again.
 */
final class AtRest {
  /** The mark of an attempt that is done. */
  static final String MARK = "covered";

  private static final String DRAFT = ".covering";

  /** The engine's looks and its sweep may meet at one attempt. */
  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  private final AgentSecrets secrets;

  AtRest(AgentSecrets secrets) {
    this.secrets = secrets;
  }

  /** Whether nothing is left to do. */
  static boolean isCovered(AttemptFolder folder) {
    return Files.exists(folder.path().resolve(MARK));
  }

  /**
   * Does what is left to do for an attempt of which nothing lives.
   *
   * @throws SignalboxException {@code AGENT_FOLDER_FAILED} when the disk does not let it; what is
   *     done by then stays
   */
  void cover(AttemptFolder folder) {
    ONE_AT_A_TIME.lock();
    try {
      if (isCovered(folder)) {
        return;
      }
      coverAll(folder.path().resolve("in"));
      coverAll(folder.path());
      folder.publishOnce(folder.path().resolve(MARK), new byte[0]);
    } catch (IOException e) {
      throw new SignalboxException(
          ErrorCode.AGENT_FOLDER_FAILED,
          "agent output: expected to cover the secrets in " + folder.path() + ", found " + e,
          List.of("free space on the disk: the next dispatch tries again"),
          e);
    } finally {
      ONE_AT_A_TIME.unlock();
    }
  }

  private void coverAll(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        boolean isPlain = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        if (isPlain && String.valueOf(file.getFileName()).startsWith(".")) {
          // A draft that a kill left: nobody will publish it.
          Files.deleteIfExists(file);
        } else if (isPlain) {
          cover(file);
        }
      }
    }
  }

  private void cover(Path file) throws IOException {
    Path folder = Optional.ofNullable(file.getParent()).orElseThrow();
    Path draft = folder.resolve("." + file.getFileName() + DRAFT);
    try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ)) {
      if (!new Copying(from, draft).isNeeded()) {
        return;
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
        entries.force(true);
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /**
   * A copy with secrets covered, which is written from the first secret on: most files have none.
   */
  private final class Copying {
    private final FileChannel from;
    private final Path draft;
    private final MaskWindow window = new MaskWindow(secrets.redactor());
    private Optional<FileChannel> to = Optional.empty();
    private long done;

    Copying(FileChannel from, Path draft) {
      this.from = from;
      this.draft = draft;
    }

    /** Whether there was a secret; then the draft is whole and on the disk. */
    boolean isNeeded() throws IOException {
      try {
        boolean isEnd;
        do {
          int count = from.read(window.room());
          isEnd = count < 0;
          window.filled(Math.max(0, count));
          take(window.covered(isEnd));
        } while (!isEnd);
        if (to.isPresent()) {
          to.get().force(true);
        }
        return to.isPresent();
      } finally {
        if (to.isPresent()) {
          to.get().close();
        }
      }
    }

    private void take(ByteBuffer part) throws IOException {
      if (window.isFound() && to.isEmpty()) {
        to = Optional.of(begun());
      }
      int size = part.remaining();
      if (to.isPresent()) {
        while (part.hasRemaining()) {
          to.get().write(part);
        }
      }
      done += size;
    }

    private FileChannel begun() throws IOException {
      Files.deleteIfExists(draft);
      Files.createFile(draft, AttemptFolder.OWNER_ONLY);
      FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE);
      long copied = 0;
      while (copied < done) {
        copied += from.transferTo(copied, done - copied, channel);
      }
      return channel;
    }
  }
}
