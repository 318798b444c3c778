package dev.signalbox.runner.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Packages of npm, installed once in the versions that a lock file names.
 *
 * @param title for people
 * @param recipe the folder that holds {@code package.json} and {@code package-lock.json}
 * @param folder where they are installed
 */
public record NpmRecipe(String title, Path recipe, Path folder) {
  private static final long INSTALL_MINUTES = 5;

  /** A recipe of this repository, installed below its build folder. */
  public static NpmRecipe of(String title, String recipe, String folder) {
    Path root = Path.of(System.getProperty("signalbox.root", "."));
    return new NpmRecipe(
        title,
        root.resolve("src/test").resolve(recipe),
        root.resolve("target").resolve(folder).toAbsolutePath());
  }

  /** Where everything that was installed lies. */
  public Path packages() {
    return folder.resolve("node_modules");
  }

  /** Whether these very versions were installed before. */
  public boolean isCurrent() throws IOException {
    Path done = folder.resolve("installed-lock.json");
    return Files.exists(done)
        && Files.mismatch(done, recipe.resolve("package-lock.json")) == -1
        && Files.isDirectory(packages());
  }

  /** Installs them; the test is skipped where that cannot be done. */
  public void install() throws IOException, InterruptedException {
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
}
