package dev.signalbox.log;

import dev.signalbox.engine.Recorded;
import dev.signalbox.redaction.Redactor;
import dev.signalbox.runtime.FactStore;
import dev.signalbox.session.RunId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What one run's engine does, as JSON lines in its state folder: one object for each line, with
 * {@code time}, {@code level}, {@code code}, {@code run}, where there is one {@code session},
 * {@code issue} and {@code fact}, and {@code message}. Safe for many threads.
 *
 * <p>The file never grows beyond {@link #BYTES_MAX}: then it becomes {@code engine.log.1}, in place
 * of the one before. What cannot be written is not written: no run stands still for its log.
 */
public final class EngineLog {
  /** In the state folder. */
  public static final String NAME = "engine.log";

  /** As much as ten thousand sessions write; with the file before it, twice that. */
  public static final long BYTES_MAX = 16L * 1024 * 1024;

  private static final String NAME_BEFORE = NAME + ".1";

  private final Path file;
  private final RunId run;
  private final Clock clock;
  private final Supplier<Redactor> secrets;
  private final long bytesMax;

  /**
   * The log of a run.
   *
   * @param folder the state folder, whose lock the caller holds
   * @param secrets knows those of the agents at any time
   */
  public EngineLog(Path folder, RunId run, Clock clock, Supplier<Redactor> secrets) {
    this(folder, run, clock, secrets, BYTES_MAX);
  }

  EngineLog(Path folder, RunId run, Clock clock, Supplier<Redactor> secrets, long bytesMax) {
    this.file = folder.resolve(NAME);
    this.run = run;
    this.clock = clock;
    this.secrets = secrets;
    this.bytesMax = bytesMax;
  }

  /** Writes a line about the run as a whole. */
  public void say(LogLevel level, String code, String message) {
    write(List.of(new LogLine(clock.instant(), level, code, LogLine.About.run(run), message)));
  }

  /** Writes each message as such a line. */
  public Consumer<String> lines(LogLevel level, String code) {
    return message -> say(level, code, message);
  }

  /**
   * A store that also logs what goes through it, once it is durable.
   *
   * @param before the facts of the run so far, which are in the log already
   */
  public FactStore over(FactStore store, List<Recorded> before) {
    FactLines facts = new FactLines(run);
    before.forEach(facts::know);
    return (added, moves, isClosing) -> {
      store.append(added, moves, isClosing);
      write(added.stream().map(facts::line).toList());
    };
  }

  private synchronized void write(List<LogLine> lines) {
    Redactor redactor = secrets.get();
    byte[] bytes =
        lines.stream()
            .map(line -> line.json(redactor) + "\n")
            .collect(Collectors.joining())
            .getBytes(StandardCharsets.UTF_8);
    try {
      if (Files.exists(file) && Files.size(file) + bytes.length > bytesMax) {
        Files.move(file, file.resolveSibling(NAME_BEFORE), StandardCopyOption.REPLACE_EXISTING);
      }
      append(ByteBuffer.wrap(bytes));
    } catch (IOException e) {
      // The disk may be full: what counts is in the journal, which says so when it cannot be kept.
      return;
    }
  }

  /** Opened each time: who moves the file away by other means finds the next lines in a new one. */
  private void append(ByteBuffer bytes) throws IOException {
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      while (bytes.hasRemaining()) {
        int _ = channel.write(bytes);
      }
    }
  }
}
