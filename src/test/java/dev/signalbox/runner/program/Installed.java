package dev.signalbox.runner.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The real programs, each installed once in the version that its lock file names. */
public enum Installed {
  CLAUDE("Claude Code", "claude", "@anthropic-ai/*/claude"),
  CLAUDE_ACP("Claude's adapter", "claude-acp", ".bin/claude-agent-acp"),
  CODEX("Codex", "codex", ".bin/codex"),
  COPILOT("Copilot CLI", "copilot", "@github/copilot-*/copilot"),
  GEMINI("Gemini CLI", "gemini", ".bin/gemini"),
  OPENCODE("opencode", "opencode", "opencode-*/bin/opencode");

  private final String title;
  private final String name;
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
    this.name = name;
    this.program = program;
  }

  /** The program; the test is skipped where it cannot be had. */
  public Path executable() throws IOException, InterruptedException {
    Requirement.skipUnless(
        this == CLAUDE || "all".equals(System.getProperty("signalbox.agents")),
        title + " runs in ./signalbox verify --all");
    if (!recipe().isCurrent() || find().isEmpty()) {
      recipe().install();
    }
    Optional<Path> found = find();
    Requirement.check(found.isPresent(), "no " + title + " for this system");
    return found.orElseThrow();
  }

  /** Where everything that was installed lies. */
  public Path packages() {
    return recipe().packages();
  }

  private NpmRecipe recipe() {
    return NpmRecipe.of(title, "agents/" + name, "agents/" + name);
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
