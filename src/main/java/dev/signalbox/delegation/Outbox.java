package dev.signalbox.delegation;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is to be said to an agent elsewhere: a file each, which moves when it was said. */
final class Outbox {
  private static final String SENT = "sent-";

  private final Path folder;

  Outbox(Path folder) {
    this.folder = folder;
  }

  /** Keeps something to be said, unless it is kept or was said. */
  void put(long sequence, String text) {
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve(String.valueOf(sequence));
      if (!Files.exists(file) && !Files.exists(folder.resolve(SENT + sequence))) {
        Path part = folder.resolve("part-" + sequence);
        Files.writeString(part, text);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** In the order of their sequence. */
  List<Post.Said> waiting() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Long> sequences =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.matches("[0-9]{1,18}"))
              .map(Long::parseLong)
              .sorted()
              .toList();
      List<Post.Said> waiting = new ArrayList<>();
      for (long sequence : sequences) {
        String text = Files.readString(folder.resolve(String.valueOf(sequence)));
        waiting.add(new Post.Said(sequence, text));
      }
      return waiting;
    } catch (IOException e) {
      throw failure(e);
    }
  }

  void sent(long sequence) {
    try {
      Files.move(
          folder.resolve(String.valueOf(sequence)),
          folder.resolve(SENT + sequence),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private SignalboxException failure(IOException e) {
    return new SignalboxException(
        ErrorCode.AGENT_FOLDER_FAILED,
        folder + ": expected to read and write it, found " + e,
        List.of("make room, or give this user the right to write there"),
        e);
  }
}
