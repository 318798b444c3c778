package dev.signalbox.runner.claude;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The real program, installed once in the version that the lock file names. */
public final class Installed {
  private static final Path ROOT = Path.of(System.getProperty("signalbox.root", "."));
  private static final Path RECIPE = ROOT.resolve("src/test/agents/claude");
  private static final Path FOLDER = ROOT.resolve("target/agents/claude").toAbsolutePath();
  private static final long INSTALL_MINUTES = 5;

  private Installed() {}

  /** The program; the test is skipped where it cannot be had. */
  public static Path executable() throws IOException, InterruptedException {
    if (!isCurrent()) {
      install();
    }
    Optional<Path> found = find();
    Requirement.check(found.isPresent(), "no Claude Code for this system");
    return found.orElseThrow();
  }

  private static boolean isCurrent() throws IOException {
    Path done = FOLDER.resolve("installed-lock.json");
    return Files.exists(done)
        && Files.mismatch(done, RECIPE.resolve("package-lock.json")) == -1
        && find().isPresent();
  }

  private static void install() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    for (String file : List.of("package.json", "package-lock.json")) {
      Files.copy(RECIPE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    // The scripts only link the program to another name.
    Optional<Process> npm =
        start(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
    Requirement.check(npm.isPresent(), "npm is not installed");
    boolean isOver = npm.orElseThrow().waitFor(INSTALL_MINUTES, TimeUnit.MINUTES);
    npm.orElseThrow().destroyForcibly();
    Requirement.check(
        isOver && npm.orElseThrow().exitValue() == 0,
        "npm could not install Claude Code: see " + FOLDER.resolve("npm.log").getFileName());
    Files.copy(
        FOLDER.resolve("package-lock.json"),
        FOLDER.resolve("installed-lock.json"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static Optional<Process> start(List<String> command) {
    try {
      return Optional.of(
          new ProcessBuilder(command)
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(FOLDER.resolve("npm.log").toFile())
              .start());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** In the package of the one platform that npm chose. */
  private static Optional<Path> find() throws IOException {
    Path packages = FOLDER.resolve("node_modules/@anthropic-ai");
    if (!Files.isDirectory(packages)) {
      return Optional.empty();
    }
    try (Stream<Path> platforms = Files.list(packages)) {
      return platforms
          .map(platform -> platform.resolve("claude"))
          .filter(Files::isExecutable)
          .findFirst();
    }
  }
}
