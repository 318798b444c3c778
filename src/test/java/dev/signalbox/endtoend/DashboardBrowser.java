package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.runner.program.Household;
import dev.signalbox.runner.program.NpmRecipe;
import dev.signalbox.runner.program.Requirement;
import dev.signalbox.web.DashboardSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A real Chromium, in which the scenarios of {@code dashboard/test} are played. */
final class DashboardBrowser {
  private final Path home;

  private DashboardBrowser(Path home) {
    this.home = home;
  }

  /** A browser with a home of its own; the test is skipped where there is none. */
  static DashboardBrowser in(Path home) throws IOException, InterruptedException {
    Requirement.check(chromium().isPresent(), "chromium is not installed");
    NpmRecipe tools = DashboardSources.tools();
    // Chromium runs as nobody where the tests run as root: as root it would go without a sandbox.
    // So everything lies where nobody may go too.
    for (String tool : List.of("playwright-core", "axe-core")) {
      DashboardSources.copy(
          tools.packages().resolve(tool), home.resolve("node_modules").resolve(tool));
    }
    DashboardSources.copy(DashboardSources.FOLDER.resolve("test"), home.resolve("test"));
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path above = Optional.ofNullable(home.getParent()).orElseThrow();
    Files.setPosixFilePermissions(above, PosixFilePermissions.fromString("rwx--x--x"));
    return new DashboardBrowser(home);
  }

  private static Optional<Path> chromium() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .map(name -> Path.of("/usr/bin", name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Begins a scenario.
   *
   * @param link the dashboard's address
   */
  Program play(String scenario, String link) throws IOException {
    Path output = Files.createTempFile(scenario + "-", ".log");
    List<String> command = new ArrayList<>(Household.userSwitch());
    command.addAll(
        List.of("node", home.resolve("test/run.mjs").toString(), scenario, link, home.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().put("HOME", home.toString());
    builder.environment().put("CHROMIUM", chromium().orElseThrow().toString());
    return new Program(
        builder.redirectErrorStream(true).redirectOutput(output.toFile()).start(), output);
  }

  /** Plays a scenario to its end, which has to hold. */
  void hold(String scenario, String link) throws Exception {
    try (Program playing = play(scenario, link)) {
      assertHeld(playing);
    }
  }

  /** The scenario ends, and all of it held. */
  static void assertHeld(Program playing) throws InterruptedException {
    assertThat(playing.exit(100)).as(playing.printed()).isZero();
    assertThat(playing.printed()).contains("held");
  }

  /** Waits until a scenario says that it reached a step. */
  static void await(Program playing, String step) throws Exception {
    Waiting.untilTrue(
        "the step " + step,
        () -> {
          assertThat(playing.isAlive()).as(playing.printed()).isTrue();
          return playing.printed().contains("reached " + step);
        },
        playing::printed);
  }

  /** The pictures that scenarios took. */
  Path pictures() {
    return home;
  }
}
