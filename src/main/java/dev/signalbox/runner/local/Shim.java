package dev.signalbox.runner.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts {@code shim.sh}, which keeps an agent. */
final class Shim {
  /** For a shell to start on a machine under load. It goes on by itself when it takes longer. */
  private static final long READY_SECONDS = 20;

  private static final String PERL_SETSID = "use POSIX; POSIX::setsid(); exec {$ARGV[0]} @ARGV;";

  private Shim() {}

  /**
   * The start of a command that gets a process session of its own, so that nothing that happens to
   * our terminal reaches it; empty where neither {@code setsid} nor {@code perl} is there.
   */
  static Optional<List<String>> sessionPrefix(String searchPath) {
    return Launch.located("setsid", searchPath)
        .map(setsid -> List.of(setsid.toString()))
        .or(() ->
            Launch.located("perl", searchPath)
                .map(perl -> List.of(perl.toString(), "-e", PERL_SETSID)));
  }

  /**
   * Starts a shim and returns when its agent's pid is known, or when another shim was first.
   *
   * @throws IOException when no process can be started
   */
  static void start(AttemptFolder folder, List<String> prefix, Path workspace, Launch launch)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of("/bin/sh", folder.script().toString(), folder.path().toString()));
    command.addAll(launch.command());
    ProcessBuilder builder = new ProcessBuilder(command).directory(workspace.toFile());
    builder.environment().clear();
    builder.environment().putAll(launch.environment());
    builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
    builder.redirectError(
        ProcessBuilder.Redirect.appendTo(folder.path().resolve("shim.log").toFile()));
    awaitReady(builder.start());
  }

  /** The agent's first act is a line to us; a shim that was not the first ends without one. */
  private static void awaitReady(Process process) throws IOException {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      CompletableFuture<Void> ready = new CompletableFuture<>();
      Thread.ofVirtual()
          .start(() -> {
            try {
              reader.readLine();
            } catch (IOException e) {
              // Whether the process lives is looked up in its folder.
            }
            ready.complete(null);
          });
      ready.get(READY_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return;
    } catch (ExecutionException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The script, as it lies in this version of Signalbox. */
  static byte[] script() {
    try (InputStream stream = Shim.class.getResourceAsStream("shim.sh")) {
      if (stream == null) {
        throw new IllegalStateException("expected the resource shim.sh, found none");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
