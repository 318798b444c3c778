package dev.signalbox.notify.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.notify.Notifier;
import dev.signalbox.notify.NotifierContractTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandNotifierTest extends NotifierContractTest {
  @TempDir private Path folder = Path.of("");

  /** A command that writes its arguments and environment into a pipe that the test reads. */
  private Path script(Path pipe) throws IOException, InterruptedException {
    new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
    Path script = folder.resolve("recorder");
    Files.writeString(script, "#!/bin/sh\n{ printf '[%s]\\n' \"$@\"; env; } >'" + pipe + "'\n");
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  @Override
  protected Bench bench() throws Exception {
    Path pipe = folder.resolve("pipe");
    List<String> command = List.of(script(pipe).toString(), "--app", "signalbox");
    Map<String, String> environment =
        Map.of("PATH", System.getenv().getOrDefault("PATH", ""), "A_TOKEN", "hidden");
    Notifier notifier = new CommandNotifier(command, environment, _ -> {});
    return new Bench() {
      @Override
      public Notifier notifier() {
        return notifier;
      }

      @Override
      public String next() throws IOException {
        String all = Files.readString(pipe);
        assertThat(all).startsWith("[--app]\n[signalbox]\n[Signalbox: plan 12-");
        assertThat(all).doesNotContain("A_TOKEN").doesNotContain("\n[--exec");
        return all.lines().filter(line -> line.startsWith("[")).reduce("", (a, b) -> a + b);
      }

      @Override
      public boolean isQuiet() {
        return true;
      }

      @Override
      public void close() {
        notifier.close();
      }
    };
  }

  @Override
  protected boolean carriesText() {
    return true;
  }

  @Test
  void aCommandThatFailsIsSaidToTheLog() throws Exception {
    LinkedBlockingQueue<String> log = new LinkedBlockingQueue<>();
    try (Notifier missing =
            new CommandNotifier(List.of(folder.resolve("none").toString()), Map.of(), log::add);
        Notifier failing = new CommandNotifier(List.of("false"), System.getenv(), log::add)) {
      missing.tell(notice("a"));
      assertThat(log.poll(20, TimeUnit.SECONDS)).contains("none, found java.io.IOException");
      failing.tell(notice("b"));
      assertThat(log.poll(20, TimeUnit.SECONDS)).contains("found exit code 1");
    }
  }
}
