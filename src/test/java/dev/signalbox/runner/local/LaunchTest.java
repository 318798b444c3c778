package dev.signalbox.runner.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.sandbox.Sandbox;
import dev.signalbox.sandbox.SandboxSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {
  @TempDir Path folder;

  @Test
  void aProgramBehindALinkIsCalledByTheNameThatTheWallsShow() throws IOException {
    Path real = Files.createDirectories(folder.toRealPath().resolve("share/2.1")).resolve("tool");
    Files.createFile(
        real, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    Path programs = Files.createDirectory(folder.toRealPath().resolve("bin"));
    Files.createSymbolicLink(programs.resolve("agent"), real);
    ScriptedSite site = ScriptedSite.in(Files.createDirectory(folder.resolve("site")));
    List<Path> shown = new ArrayList<>();
    LocalSetup setup =
        new LocalSetup(
            folder.resolve("state"),
            List.of(),
            Map.of(),
            showing(shown),
            Map.of("PATH", programs.toString()),
            List.of());
    LaunchOrder order = site.order(1, new LaunchOrder.Conversation.Fresh("a"));

    Launch launch =
        Launch.of(
            setup,
            new ScriptedSite.OneCommand(List.of("agent", "--option"), List.of()),
            new StartedAttempt(order, "mark", "boot", true, false));

    assertThat(launch.command()).containsExactly(real.toString(), "--option");
    assertThat(shown).contains(real.getParent());
  }

  /** Walls that only note what they show. */
  private static Sandbox showing(List<Path> shown) {
    return new Sandbox() {
      @Override
      public Optional<String> unavailable() {
        return Optional.empty();
      }

      @Override
      public List<String> wrap(SandboxSpec spec, List<String> command) {
        shown.addAll(spec.readable());
        return command;
      }
    };
  }
}
