package dev.signalbox.runner.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The native program behind a script of npm. The script only starts it and passes its output on:
 * killed, it leaves the native one working (seen with Codex and Copilot). By npm's convention the
 * package {@code @openai/codex} brings it in another, {@code @openai/codex-linux-x64}, of which npm
 * installs the one for this machine.
 */
final class NativeProgram {
  private static final String MODULES = "node_modules";

  /** Deep enough for {@code vendor/x86_64-unknown-linux-musl/bin/codex}. */
  private static final int DEPTH_MAX = 4;

  private NativeProgram() {}

  /**
   * The program to start.
   *
   * @param program what was found, without links
   * @param name what it is called as, which the native one is called too
   * @return {@code program} itself where it is no such script
   */
  static Path behind(Path program, String name) {
    Optional<Path> folder = packageOf(program);
    if (folder.isEmpty() || !isScript(program)) {
      return program;
    }
    return places(folder.get())
        .flatMap(place -> platforms(place, folder.get()).stream())
        .flatMap(platform -> named(platform, name).stream())
        .findFirst()
        .orElse(program);
  }

  /** All that a program of npm may load: the outermost of the folders that packages lie in. */
  static Optional<Path> modules(Path program) {
    return Stream.<Optional<Path>>iterate(
            Optional.of(program), Optional::isPresent, path -> path.map(Path::getParent))
        .flatMap(Optional::stream)
        .filter(NativeProgram::isModules)
        .reduce((_, outer) -> outer);
  }

  private static boolean isModules(Path folder) {
    return folder.endsWith(MODULES);
  }

  /** The folder of the package that a file is part of, such as {@code node_modules/@a/b}. */
  private static Optional<Path> packageOf(Path file) {
    Path folder = file.getParent();
    while (folder != null && folder.getParent() != null) {
      Path parent = folder.getParent();
      boolean isScoped =
          parent.getFileName() != null && parent.getFileName().toString().startsWith("@");
      Path holder = isScoped ? parent.getParent() : parent;
      if (holder != null && isModules(holder)) {
        return Optional.of(folder);
      }
      folder = parent;
    }
    return Optional.empty();
  }

  /** Where npm puts what a package needs: in the package, or beside it. */
  private static Stream<Path> places(Path folder) {
    Path beside = folder.resolveSibling("");
    boolean isScoped = beside.getFileName().toString().startsWith("@");
    Path inside = folder.resolve(MODULES);
    return Stream.of(isScoped ? inside.resolve(beside.getFileName()) : inside, beside);
  }

  private static List<Path> platforms(Path place, Path folder) {
    String prefix = folder.getFileName() + "-";
    return list(place).stream()
        .filter(found -> found.getFileName().toString().startsWith(prefix))
        .toList();
  }

  private static Optional<Path> named(Path platform, String name) {
    try (Stream<Path> files =
        Files.find(
            platform,
            DEPTH_MAX,
            (file, attributes) -> attributes.isRegularFile() && file.endsWith(name))) {
      return files.filter(Files::isExecutable).filter(file -> !isScript(file)).sorted().findFirst();
    } catch (IOException | UncheckedIOException _) {
      return Optional.empty();
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  private static boolean isScript(Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      return bytes.read() == '#' && bytes.read() == '!';
    } catch (IOException _) {
      // Whoever starts it says so.
      return false;
    }
  }
}
