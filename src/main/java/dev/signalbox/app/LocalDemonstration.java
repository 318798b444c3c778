package dev.signalbox.app;

import dev.signalbox.cli.Demonstration;
import dev.signalbox.config.Services;
import dev.signalbox.config.TrackerKind;
import dev.signalbox.config.yaml.ConfigFiles;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.git.GitProgram;
import dev.signalbox.git.GitResult;
import dev.signalbox.plan.MergeMode;
import dev.signalbox.plan.WrittenSection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the demonstration's repository from the examples. */
final class LocalDemonstration implements Demonstration {
  private static final String PLAN = "2026-11-22-shop-gift-cards.md";

  private final Map<String, String> environment;
  private final Path examples;

  /**
   * A demonstration.
   *
   * @param installation the folder that Signalbox lies in
   */
  LocalDemonstration(Map<String, String> environment, Path installation) {
    this.environment = Map.copyOf(environment);
    this.examples = installation.resolve("examples");
  }

  @Override
  public Stage prepare(Optional<String> folder) {
    demandNoServices();
    try {
      Path top = folder.isPresent() ? emptyFolder(Path.of(folder.get())) : temporary();
      Path repository = top.resolve("shop");
      copy(examples.resolve("gift-cards"), repository);
      Files.copy(examples.resolve(PLAN), repository.resolve(PLAN));
      commit(repository);
      return new Stage(
          top.toString(), repository.resolve(PLAN).toString(), top.resolve("state").toString());
    } catch (IOException e) {
      throw failed("expected to make its repository, found " + e);
    }
  }

  /** Its issues are invented: in the person's own tracker they could be real ones. */
  private void demandNoServices() {
    Path config =
        Path.of(environment.getOrDefault("HOME", ""), ".config", "signalbox", "config.yaml");
    Services services = ConfigFiles.services(config, List.of());
    boolean isLocal =
        services.tracker() == TrackerKind.PLAN_FILE && services.merge() == MergeMode.LOCAL;
    if (!isLocal) {
      throw new SignalboxException(
          ErrorCode.OUTPUT_FAILED,
          "demo: expected a configuration without tracker and pull requests, found " + config,
          List.of("run it with a home of its own: HOME=$(mktemp -d) signalbox demo"));
    }
  }

  private static Path temporary() throws IOException {
    return Files.createTempDirectory("signalbox-demo-").toRealPath();
  }

  private static Path emptyFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isPresent()) {
        throw failed("expected an empty folder, found files in " + folder);
      }
    }
    return folder.toRealPath();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.sorted().toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private void commit(Path repository) {
    GitProgram git = GitProgram.in(repository, environment);
    must(git.run("init", "--quiet", "--initial-branch=main"));
    must(git.run("config", "user.name", "Demo"));
    must(git.run("config", "user.email", "demo@localhost"));
    must(git.run("add", "--all"));
    must(git.run("commit", "--quiet", "--message=A shop, and the plan for gift cards"));
  }

  private static void must(GitResult result) {
    if (!result.isOk()) {
      throw failed("expected git to make its repository, found " + result);
    }
  }

  private static SignalboxException failed(String message) {
    return new SignalboxException(
        ErrorCode.OUTPUT_FAILED, "demo: " + message, List.of("name an empty folder with --folder"));
  }

  @Override
  public List<String> history(Stage stage) {
    Path repository = Path.of(stage.folder()).resolve("shop");
    return GitProgram.in(repository, environment)
        .run("log", "--graph", "--format=%h %s", "main")
        .text()
        .lines()
        .toList();
  }

  @Override
  public List<String> registry(Stage stage) {
    try {
      String text = Files.readString(Path.of(stage.plan()), StandardCharsets.UTF_8);
      return text.lines()
          .dropWhile(line -> !line.equals(WrittenSection.REGISTRY.begin()))
          .skip(1)
          .takeWhile(line -> !line.equals(WrittenSection.REGISTRY.end()))
          .toList();
    } catch (IOException e) {
      throw failed("expected to read its plan, found " + e);
    }
  }
}
