package dev.signalbox.runner.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.signalbox.runner.Following;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShimTest {
  @TempDir Path folder;

  @Test
  void setsidGivesACommandASessionOfItsOwn() throws IOException {
    assertLeadsASession("setsid");
  }

  @Test
  void perlDoesWhereThereIsNoSetsid() throws IOException {
    assertLeadsASession("perl");
  }

  @Test
  void withoutEitherNothingStarts() {
    assertThat(Shim.sessionPrefix(new SearchPath(folder.toString()))).isEmpty();
  }

  @Test
  void anAgentStartsAlsoWhenSignalboxIsGoneByThen() throws Exception {
    AttemptFolder attempt = new AttemptFolder(folder.resolve("attempt-1"));
    attempt.create();
    attempt.publishOnce(attempt.script(), Shim.script());
    // Nobody reads what the shim says.
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "\"$@\" | :", "start"));
    command.addAll(Shim.sessionPrefix(SearchPath.of(System.getenv())).orElseThrow());
    command.addAll(List.of("/bin/sh", attempt.script().toString(), attempt.path().toString()));
    command.addAll(List.of("/bin/sh", "-c", "exit 7"));
    new ProcessBuilder(command).start().waitFor();
    Following.await("the agent's end", () -> attempt.exitCode().isPresent());
    assertThat(attempt.exitCode()).contains(7);
  }

  private void assertLeadsASession(String tool) throws IOException {
    Optional<Path> program = SearchPath.of(System.getenv()).find(tool);
    assumeTrue(program.isPresent(), tool + " is not on the PATH");
    assumeTrue(Files.exists(Path.of("/proc/self/stat")), "there is no /proc");
    Path only = folder.resolve(tool);
    Files.writeString(only, "#!/bin/sh\nexec '" + program.orElseThrow() + "' \"$@\"\n");
    Files.setPosixFilePermissions(only, PosixFilePermissions.fromString("rwx------"));
    List<String> command =
        new ArrayList<>(Shim.sessionPrefix(new SearchPath(folder.toString())).orElseThrow());
    command.addAll(List.of("/bin/sh", "-c", "echo $$ $(cut -d' ' -f4-6 /proc/$$/stat)"));
    Process process = new ProcessBuilder(command).start();
    String[] words =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .strip()
            .split(" ", -1);
    assertThat(words).hasSize(4);
    assertThat(words[2]).as("process group").isEqualTo(words[0]);
    assertThat(words[3]).as("session").isEqualTo(words[0]);
    assertThat(words[0]).as("not our child").isNotEqualTo(Long.toString(process.pid()));
  }
}
