package dev.signalbox.plan.file;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.Problem;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.PlanSource;
import dev.signalbox.plan.SourceFile;
import dev.signalbox.plan.WrittenSection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Turns what a person points at into texts, with a problem for everything that is not text. What
 * Signalbox itself wrote into a plan is no part of it.
 */
public final class PlanLoader {
  private static final int FOLDER_DEPTH_MAX = 4;
  private static final String STANDARD_INPUT = "-";

  private final List<Problem> problems = new ArrayList<>();

  private PlanLoader() {}

  /**
   * What was loaded.
   *
   * @param source empty when a problem says why
   */
  public record Loaded(Optional<PlanSource> source, List<Problem> problems) {}

  /**
   * Loads a file, the plan files of a folder, or standard input.
   *
   * @param name a path as the person gave it, or {@code -}
   * @param input read to its end when {@code name} is {@code -}, else untouched
   */
  public static Loaded load(String name, InputStream input) {
    PlanLoader loader = new PlanLoader();
    Optional<PlanSource> source = loader.source(name, input);
    boolean isComplete = loader.problems.isEmpty();
    return new Loaded(isComplete ? source : Optional.empty(), List.copyOf(loader.problems));
  }

  private Optional<PlanSource> source(String name, InputStream input) {
    if (name.equals(STANDARD_INPUT)) {
      return stream(name, input).map(file -> new PlanSource(name, List.of(file)));
    }
    Optional<Path> path = path(name);
    if (path.isEmpty() || !Files.exists(path.get())) {
      problem(
          ErrorCode.SOURCE_MISSING,
          name,
          "expected a plan file or folder, found nothing there",
          "check the path, or start a plan with signalbox init --topic TOPIC");
      return Optional.empty();
    }
    return Files.isDirectory(path.get())
        ? folder(name, path.get())
        : file(name, path.get()).map(file -> new PlanSource(name, List.of(file)));
  }

  private static Optional<Path> path(String name) {
    try {
      return Optional.of(Path.of(name));
    } catch (java.nio.file.InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Optional<SourceFile> stream(String name, InputStream input) {
    try {
      return text(name, input.readNBytes(Limits.SOURCE_BYTES_MAX + 1));
    } catch (IOException e) {
      return unreadable(name, e);
    }
  }

  private Optional<SourceFile> file(String name, Path path) {
    try (InputStream stream = Files.newInputStream(path)) {
      return text(name, stream.readNBytes(Limits.SOURCE_BYTES_MAX + 1));
    } catch (IOException e) {
      return unreadable(name, e);
    }
  }

  private Optional<SourceFile> unreadable(String name, IOException e) {
    problem(
        ErrorCode.SOURCE_UNREADABLE,
        name,
        "expected a readable file, found " + e.getClass().getSimpleName(),
        "check the file's type and permissions");
    return Optional.empty();
  }

  private Optional<SourceFile> text(String name, byte[] bytes) {
    if (bytes.length > Limits.SOURCE_BYTES_MAX) {
      problem(
          ErrorCode.SOURCE_TOO_LARGE,
          name,
          "expected at most " + Limits.SOURCE_BYTES_MAX / (1024 * 1024) + " MB, found more",
          "split the plan");
      return Optional.empty();
    }
    SourceText text = SourceText.decode(name, bytes);
    problems.addAll(text.problems());
    return text.problems().isEmpty()
        ? Optional.of(new SourceFile(name, WrittenSection.blankIn(text.text())))
        : Optional.empty();
  }

  /** The plan files of a folder: GSD plans, else one spec-kit or Taskmaster file. */
  private Optional<PlanSource> folder(String name, Path folder) {
    List<Path> found = new ArrayList<>(list(name, folder, file -> file.endsWith("-PLAN.md")));
    for (String single : List.of("tasks.md", "tasks.json", ".taskmaster/tasks/tasks.json")) {
      if (found.isEmpty() && Files.isRegularFile(folder.resolve(single))) {
        found.add(folder.resolve(single));
      }
    }
    if (found.isEmpty() || found.size() > Limits.SOURCE_FILES_MAX) {
      problem(
          ErrorCode.SOURCE_NO_PLAN,
          name,
          "expected NN-MM-PLAN.md files, tasks.md or tasks.json in the folder, found "
              + (found.isEmpty() ? "none" : "more than " + Limits.SOURCE_FILES_MAX),
          "point at the plan file itself");
      return Optional.empty();
    }
    List<SourceFile> files = new ArrayList<>();
    for (Path path : found) {
      file(shown(name, folder.relativize(path)), path).ifPresent(files::add);
    }
    return files.isEmpty() ? Optional.empty() : Optional.of(new PlanSource(name, files));
  }

  private static String shown(String folder, Path relative) {
    String below = relative.toString().replace('\\', '/');
    return folder.endsWith("/") ? folder + below : folder + "/" + below;
  }

  private List<Path> list(String name, Path folder, Predicate<String> wanted) {
    try (Stream<Path> walk = Files.walk(folder, FOLDER_DEPTH_MAX)) {
      return walk.filter(path -> wanted.test(path.getFileName().toString()))
          .filter(Files::isRegularFile)
          .sorted()
          .limit(Limits.SOURCE_FILES_MAX + 1L)
          .toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      problem(
          ErrorCode.SOURCE_UNREADABLE,
          name,
          "expected a readable folder, found " + e.getClass().getSimpleName(),
          "check the permissions of the folder and what is below it");
      return List.of();
    }
  }

  private void problem(ErrorCode code, String name, String message, String hint) {
    problems.add(Problem.error(code, Position.startOf(name), message, hint));
  }
}
