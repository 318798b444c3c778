package dev.signalbox.workspace.git;

import dev.signalbox.limit.Limits;
import dev.signalbox.sandbox.SandboxSpec;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command of a plan that a person has approved, inside the walls, without secrets.
 *
 * <p>The command is a line for {@code /bin/sh}, handed over as one argument: nothing is put into
 * it.
 */
final class ApprovedCommand {
  private static final List<String> PASSED_ON = List.of("PATH", "LANG", "LC_ALL", "TERM");

  private final CommandWalls walls;
  private final Duration timeMax;

  ApprovedCommand(CommandWalls walls) {
    this(walls, Duration.ofMinutes(Limits.COMMAND_MINUTES_MAX));
  }

  ApprovedCommand(CommandWalls walls, Duration timeMax) {
    this.walls = walls;
    this.timeMax = timeMax;
  }

  /**
   * How it ended.
   *
   * @param log the last of what it printed, without secrets
   */
  record Ended(int exit, boolean isLate, String log) {}

  /**
   * Runs it to its end. Builds fetch what they need, so the network is shared.
   *
   * @param home an empty folder of its own
   * @param readable what it may read beyond the system
   * @param hidden what it may not see beyond what the walls hide
   */
  Ended run(String command, Path folder, Path home, List<Path> readable, Path hidden)
      throws IOException {
    Map<String, String> environment = new TreeMap<>();
    for (String name : PASSED_ON) {
      if (walls.inherited().containsKey(name)) {
        environment.put(name, walls.inherited().get(name));
      }
    }
    environment.put("HOME", home.toString());
    List<Path> empty = new ArrayList<>(walls.hidden());
    empty.add(hidden);
    Files.createDirectories(home);
    SandboxSpec spec = new SandboxSpec(folder, List.of(folder, home), readable, empty, true);
    ProcessBuilder builder =
        new ProcessBuilder(walls.sandbox().wrap(spec, List.of("/bin/sh", "-c", command)))
            .directory(folder.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return onItsThread(builder);
  }

  /** Walls may fall with the thread that put them up, so that thread waits for the end. */
  private Ended onItsThread(ProcessBuilder builder) throws IOException {
    CompletableFuture<Ended> result = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform()
            .name("command")
            .daemon()
            .start(() -> {
              try {
                result.complete(toItsEnd(builder));
              } catch (IOException | InterruptedException e) {
                result.completeExceptionally(e);
              }
            });
    try {
      return result.get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private Ended toItsEnd(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    Tail tail = new Tail();
    Thread reader = Thread.ofVirtual().start(() -> tail.readFrom(process.getInputStream()));
    try {
      boolean isEnded = process.waitFor(timeMax.toMillis(), TimeUnit.MILLISECONDS);
      if (!isEnded) {
        // Only then: ending a process closes its output, of which the last may not be read yet.
        end(process);
      }
      int exit = process.waitFor();
      // What it left in the background may hold the output open for ever.
      reader.join(Duration.ofSeconds(1));
      return new Ended(exit, !isEnded, walls.redacted(tail.text()));
    } finally {
      end(process);
    }
  }

  private static void end(Process process) {
    // The shell first: with its child ended it would go on to the next word of the command.
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }

  /** The last bytes of a stream. */
  private static final class Tail {
    private final byte[] ring = new byte[Limits.COMMAND_LOG_BYTES_MAX];
    private long count;

    void readFrom(InputStream stream) {
      byte[] part = new byte[8192];
      try {
        for (int n = stream.read(part); n >= 0; n = stream.read(part)) {
          add(part, n);
        }
      } catch (IOException e) {
        // The process is gone; what was read is there.
        return;
      }
    }

    private synchronized void add(byte[] part, int length) {
      for (int i = 0; i < length; i++) {
        ring[(int) (count++ % ring.length)] = part[i];
      }
    }

    synchronized String text() {
      int length = (int) Math.min(count, ring.length);
      byte[] last = new byte[length];
      for (int i = 0; i < length; i++) {
        last[i] = ring[(int) ((count - length + i) % ring.length)];
      }
      String text = new String(last, StandardCharsets.UTF_8);
      // A token whose start is cut off cannot be told from other text any more.
      return count > ring.length ? text.substring(text.indexOf('\n') + 1) : text;
    }
  }
}
