package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A Signalbox in a process of its own. */
final class Program implements AutoCloseable {
  private final Process process;
  private final Path output;

  Program(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for the end, but not for long; true if it has ended. */
  boolean endsWithin(long millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /** Ends it as a power cut would: nothing of it runs any more. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Waits for the end and tells its exit code. */
  int exit(long seconds) throws InterruptedException {
    assertThat(process.waitFor(seconds, TimeUnit.SECONDS))
        .as(() -> "the end within " + seconds + " s; it printed\n" + printed())
        .isTrue();
    return process.exitValue();
  }

  /** What it printed so far, to both outputs. */
  String printed() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      return "nothing that can be read: " + e;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
