package dev.signalbox.runner.local;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Starts {@code shim.sh}, which keeps an agent. */
final class Shim {
  /** For a shell to start on a machine under load. It goes on by itself when it takes longer. */
  private static final long READY_SECONDS = 20;

  /** Ends at the first line that its command prints, or with the last process that could. */
  private static final String UNTIL_READY = "\"$@\" | { read -r ready; }";

  private static final String PERL_SETSID =
      "use POSIX; exit 0 if fork(); POSIX::setsid(); exec {$ARGV[0]} @ARGV;";

  private Shim() {}

  /**
   * The start of a command that gets a process session of its own, so that nothing that happens to
   * our terminal reaches it; empty where neither {@code setsid} nor {@code perl} is there.
   */
  static Optional<List<String>> sessionPrefix(SearchPath programs) {
    return programs
        .find("setsid")
        // The second one finds itself the leader of a session, and so starts its command in a
        // process that is not our child: a child would hold a thread of ours as long as it lives.
        .map(setsid -> List.of(setsid.toString(), setsid.toString()))
        .or(() -> programs.find("perl").map(perl -> List.of(perl.toString(), "-e", PERL_SETSID)));
  }

  /**
   * Starts a shim and returns when its agent's pid is known, or when another shim was first.
   *
   * @throws IOException when no process can be started
   */
  static void start(AttemptFolder folder, List<String> prefix, Path workspace, Launch launch)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", UNTIL_READY, "start"));
    command.addAll(prefix);
    command.addAll(List.of("/bin/sh", folder.script().toString(), folder.path().toString()));
    command.addAll(launch.command());
    ProcessBuilder builder = new ProcessBuilder(command).directory(workspace.toFile());
    builder.environment().clear();
    builder.environment().putAll(launch.environment());
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(
        ProcessBuilder.Redirect.appendTo(folder.path().resolve("shim.log").toFile()));
    Process start = builder.start();
    try {
      // Whether it is there is looked up in its folder.
      boolean _ = start.waitFor(READY_SECONDS, TimeUnit.SECONDS);
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
