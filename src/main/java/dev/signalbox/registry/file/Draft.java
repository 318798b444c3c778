package dev.signalbox.registry.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** A new version of a file, whole and on the disk, in the same folder and not yet in its place. */
final class Draft {
  private static final String SUFFIX = ".tmp";

  private Draft() {}

  /** The drafts of a file: one is being written, or somebody was killed while he wrote it. */
  static List<Path> of(Path original) throws IOException {
    String prefix = prefixFor(original);
    try (Stream<Path> files = Files.list(original.getParent())) {
      return files
          .filter(file -> {
            String name = String.valueOf(file.getFileName());
            return name.startsWith(prefix) && name.endsWith(SUFFIX);
          })
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .toList();
    }
  }

  /** Tells drafts of different files in one folder apart; names are too long to be part of it. */
  private static String prefixFor(Path original) {
    int name = String.valueOf(original.getFileName()).hashCode();
    return ".signalbox-%08x-".formatted(name);
  }

  /** Writes it with the mode of {@code original}, and its owner where the system allows that. */
  static Path write(Path original, byte[] content) throws IOException {
    Path draft = Files.createTempFile(original.getParent(), prefixFor(original), SUFFIX);
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(content);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      inherit(original, draft);
      channel.force(true);
      return draft;
    } catch (IOException e) {
      Files.deleteIfExists(draft);
      throw e;
    }
  }

  private static void inherit(Path original, Path draft) throws IOException {
    PosixFileAttributeView to = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
    if (to == null) {
      return;
    }
    PosixFileAttributes from = Files.readAttributes(original, PosixFileAttributes.class);
    try {
      to.setOwner(from.owner());
      to.setGroup(from.group());
    } catch (IOException e) {
      // Only root may give files away. The person's own file keeps its owner anyway.
    }
    to.setPermissions(from.permissions());
  }

  /** Makes renames in the folder outlive a power cut. */
  static void flushFolderOf(Path file) throws IOException {
    try (FileChannel folder = FileChannel.open(file.getParent())) {
      folder.force(true);
    }
  }
}
