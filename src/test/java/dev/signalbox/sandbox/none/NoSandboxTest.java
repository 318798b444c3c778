package dev.signalbox.sandbox.none;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.sandbox.SandboxSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoSandboxTest {
  @TempDir private Path temp;

  @Test
  void theProgramHasItsFolderAndTheEnvironmentOfItsStart() throws Exception {
    Path folder = Files.createDirectories(temp.toRealPath().resolve("-a folder; $(x)"));
    SandboxSpec spec = new SandboxSpec(folder, List.of(), List.of(), List.of(), true);
    List<String> command =
        new NoSandbox("a test").wrap(spec, List.of("/usr/bin/env", "sh", "-c", "pwd; env", "$A"));

    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "A", "$(x) 'y'"));
    Process process = builder.start();

    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
        .containsExactlyInAnyOrder(
            folder.toString(), "PWD=" + folder, "PATH=/usr/bin:/bin", "A=$(x) 'y'");
  }

  @Test
  void itSaysThatItIsNoWall() {
    assertThat(new NoSandbox("bwrap is not installed").unavailable())
        .contains(
            "expected walls around programs, found none: bwrap is not installed; programs can read"
                + " and write everything that the user can");
  }
}
