package dev.signalbox.runner.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The real programs, each installed once in the version that its lock file names. */
public enum Installed {
  CLAUDE("Claude Code", "claude", "@anthropic-ai/*/claude"),
  CLAUDE_ACP("Claude's adapter", "claude-acp", ".bin/claude-agent-acp"),
  CODEX("Codex", "codex", ".bin/codex"),
  COPILOT("Copilot CLI", "copilot", "@github/copilot-*/copilot"),
  GEMINI("Gemini CLI", "gemini", ".bin/gemini"),
  OPENCODE("opencode", "opencode", "opencode-*/bin/opencode");

  private static final long INSTALL_MINUTES = 5;

  private final String title;
  private final Path recipe;
  private final Path folder;
  private final String program;

  /**
   * A program.
   *
   * @param title for people
   * @param name of the folders with its recipe and its files
   * @param program where it lies below {@code node_modules}; one part may have a {@code *}, for the
   *     platform that npm chose
   */
  Installed(String title, String name, String program) {
    this.title = title;
    this.recipe = root().resolve("src/test/agents").resolve(name);
    this.folder = root().resolve("target/agents").resolve(name).toAbsolutePath();
    this.program = program;
  }

  private static Path root() {
    return Path.of(System.getProperty("signalbox.root", "."));
  }

  /** The program; the test is skipped where it cannot be had. */
  public Path executable() throws IOException, InterruptedException {
    Requirement.skipUnless(
        this == CLAUDE || "all".equals(System.getProperty("signalbox.agents")),
        title + " runs in ./signalbox verify --all");
    if (!isCurrent()) {
      install();
    }
    Optional<Path> found = find();
    Requirement.check(found.isPresent(), "no " + title + " for this system");
    return found.orElseThrow();
  }

  /** Where everything that was installed lies. */
  public Path packages() {
    return folder.resolve("node_modules");
  }

  private boolean isCurrent() throws IOException {
    Path done = folder.resolve("installed-lock.json");
    return Files.exists(done)
        && Files.mismatch(done, recipe.resolve("package-lock.json")) == -1
        && find().isPresent();
  }

  private void install() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    for (String file : List.of("package.json", "package-lock.json")) {
      Files.copy(recipe.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    // The scripts only link the program to another name.
    Optional<Process> npm =
        start(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
    Requirement.check(npm.isPresent(), "npm is not installed");
    boolean isOver = npm.orElseThrow().waitFor(INSTALL_MINUTES, TimeUnit.MINUTES);
    npm.orElseThrow().destroyForcibly();
    Requirement.check(
        isOver && npm.orElseThrow().exitValue() == 0,
        "npm could not install " + title + ": see " + folder.resolve("npm.log").getFileName());
    Files.copy(
        folder.resolve("package-lock.json"),
        folder.resolve("installed-lock.json"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private Optional<Process> start(List<String> command) {
    try {
      return Optional.of(
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("npm.log").toFile())
              .start());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private Optional<Path> find() throws IOException {
    if (!Files.isDirectory(packages())) {
      return Optional.empty();
    }
    try (Stream<Path> all =
        Files.find(
            packages(),
            Path.of(program).getNameCount(),
            (path, _) -> matches(packages().relativize(path)))) {
      return all.filter(Files::isExecutable).findFirst();
    }
  }

  private boolean matches(Path path) {
    return path.getFileSystem().getPathMatcher("glob:" + program).matches(path);
  }
}
