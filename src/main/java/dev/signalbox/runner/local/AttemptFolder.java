package dev.signalbox.runner.local;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.runner.ProcessIdentity;
import dev.signalbox.session.AttemptKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of one attempt, as {@code shim.sh} describes them, and {@code order.json}.
 *
 * @param path absolute
 */
record AttemptFolder(Path path) {
  /** Of every file in it. */
  static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private static final Set<PosixFilePermission> FOLDER_OF_OWNER =
      PosixFilePermissions.fromString("rwx------");

  /** Stands in for a shim in an attempt that was stopped before one started. */
  private static final String NO_SHIM = "0 - never";

  /** The key of the end of the input, which {@code shim.sh} knows. */
  private static final String END = "end";

  static AttemptFolder of(Path state, AttemptKey attempt) {
    return new AttemptFolder(
        state
            .resolve("sessions")
            .resolve(attempt.session().run().value())
            .resolve(attempt.session().session().value())
            .resolve("attempt-" + attempt.number()));
  }

  Path order() {
    return path.resolve("order.json");
  }

  Path out() {
    return path.resolve("out");
  }

  /** Bytes that its agent printed. */
  long outputBytes() {
    return out().toFile().length() + path.resolve("err").toFile().length();
  }

  Path script() {
    return path.resolve("shim.sh");
  }

  /** Makes the folder, for its owner only. */
  void create() {
    try {
      Files.createDirectories(path);
      Files.setPosixFilePermissions(path, FOLDER_OF_OWNER);
      Files.createDirectories(path.resolve("in"));
      Files.setPosixFilePermissions(path.resolve("in"), FOLDER_OF_OWNER);
      makeLog(path.resolve("shim.log"));
    } catch (IOException e) {
      throw failed("to make " + path, e);
    }
  }

  private static void makeLog(Path file) throws IOException {
    try {
      Files.createFile(file, OWNER_ONLY);
    } catch (FileAlreadyExistsException _) {
      // An earlier start was here.
      return;
    }
  }

  /** The shim; empty before it is there. */
  Optional<ProcessIdentity> shim() {
    return identity("shim");
  }

  /** The agent; empty before it is there. */
  Optional<ProcessIdentity> agent() {
    return identity("pid");
  }

  /** The agent's exit code; empty while it runs, and for ever if its shim was killed. */
  Optional<Integer> exitCode() {
    // Asked often, and nearly always of a process that runs: the exception would cost more.
    if (!path.resolve("exit").toFile().exists()) {
      return Optional.empty();
    }
    return text("exit").map(String::strip).filter(t -> !t.isEmpty()).map(Integer::valueOf);
  }

  /** From now on no shim starts in this folder, unless one already has. */
  void forbidStart() {
    publishOnce(path.resolve("shim"), bytes(NO_SHIM + "\n"));
  }

  /** Publishes what the agent is told first; nothing happens if it is there. */
  void publishFirst(List<String> lines) {
    publishOnce(path.resolve("in").resolve(name(0, "message-0")), text(lines));
  }

  /**
   * Publishes lines after everything that was published before; nothing happens if something with
   * that key is there. Two calls with one key must not overlap.
   *
   * @param key of letters, digits and {@code -}
   */
  void publish(String key, List<String> lines) {
    if (!lines.isEmpty()) {
      publishNext(key, text(lines));
    }
  }

  /** Publishes the end of the input. */
  void publishEnd() {
    publishNext(END, new byte[0]);
  }

  /** Whether something with that key is there. */
  boolean isPublished(String key) {
    return hasKey(published(), key);
  }

  private static boolean hasKey(List<String> names, String key) {
    return names.stream().anyMatch(name -> name.endsWith("." + key));
  }

  private void publishNext(String key, byte[] content) {
    boolean isMade = false;
    while (!isMade) {
      List<String> names = published();
      if (hasKey(names, key)) {
        return;
      }
      isMade = publishOnce(path.resolve("in").resolve(name(names.size(), key)), content);
    }
  }

  /** Names of the published files: their numbers count up from 0. */
  private List<String> published() {
    try (Stream<Path> files = Files.list(path.resolve("in"))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.startsWith("."))
          .toList();
    } catch (IOException e) {
      throw failed("to list " + path.resolve("in"), e);
    }
  }

  /** Wakes the feeder. Harmless if there is none. */
  void ring() {
    Path bell = path.resolve("bell");
    if (!Files.exists(bell)) {
      return;
    }
    // Opened for both directions, a FIFO never waits for its other side.
    try (FileChannel channel =
        FileChannel.open(bell, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes("\n")));
    } catch (IOException e) {
      throw failed("to ring " + bell, e);
    }
  }

  /**
   * The last {@code bytesMax} bytes of a file as text, from the start of a line if there is one;
   * empty if the file is not there.
   */
  String tail(String name, int bytesMax) {
    try (FileChannel channel = FileChannel.open(path.resolve(name))) {
      long start = Math.max(0, channel.size() - bytesMax);
      ByteBuffer buffer = ByteBuffer.allocate((int) (channel.size() - start));
      int count;
      do {
        count = channel.read(buffer, start + buffer.position());
      } while (count > 0);
      String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
      // A token whose start is cut off cannot be told from other text any more.
      return start == 0 ? text : text.substring(text.indexOf('\n') + 1);
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      throw failed("to read " + path.resolve(name), e);
    }
  }

  /** The whole text of a file; empty if it is not there. */
  Optional<String> text(String name) {
    try {
      return Optional.of(Files.readString(path.resolve(name)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw failed("to read " + path.resolve(name), e);
    }
  }

  /**
   * Makes a file whole or not at all, once: the first of several writers wins.
   *
   * @return whether this call made it
   */
  boolean publishOnce(Path file, byte[] content) {
    Path folder = Optional.ofNullable(file.getParent()).orElse(path);
    try {
      Path draft = Files.createTempFile(folder, ".", ".new");
      try {
        write(draft, content);
        Files.createLink(file, draft);
      } finally {
        Files.deleteIfExists(draft);
      }
      sync(folder);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw failed("to write " + file, e);
    }
  }

  /** Puts a file there, whole, in place of an older one. */
  void replace(Path file, byte[] content) {
    try {
      Path draft = Files.createTempFile(path, ".", ".new");
      write(draft, content);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw failed("to write " + file, e);
    }
  }

  /** With as many digits as any number needs, so that the shell's order is that of the numbers. */
  private static String name(int number, String key) {
    return "%010d.%s".formatted(number, key);
  }

  private static byte[] text(List<String> lines) {
    return bytes(String.join("\n", lines) + "\n");
  }

  private Optional<ProcessIdentity> identity(String name) {
    return text(name).map(String::strip).map(AttemptFolder::parse);
  }

  private static ProcessIdentity parse(String line) {
    String[] words = line.split(" ", 3);
    return words.length == 3 && words[0].chars().allMatch(Character::isDigit)
        ? new ProcessIdentity(Long.parseLong(words[0]), words[1], words[2])
        : new ProcessIdentity(0, "", "");
  }

  private static void write(Path draft, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static SignalboxException failed(String what, IOException cause) {
    return new SignalboxException(
        ErrorCode.AGENT_FOLDER_FAILED,
        "agent folder: expected " + what + ", found " + cause,
        List.of("free space on the disk, and check that the state folder is yours"),
        cause);
  }
}
