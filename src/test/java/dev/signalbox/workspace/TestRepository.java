package dev.signalbox.workspace;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A repository or workspace as a person or an agent uses it: files, and git in it. */
public final class TestRepository {
  private static final Map<String, String> IDENTITY =
      Map.of(
          "GIT_AUTHOR_NAME", "Test",
          "GIT_AUTHOR_EMAIL", "test@localhost",
          "GIT_COMMITTER_NAME", "Test",
          "GIT_COMMITTER_EMAIL", "test@localhost",
          "GIT_CONFIG_NOSYSTEM", "1",
          "GIT_CONFIG_GLOBAL", "/dev/null");

  private final Path folder;

  public TestRepository(Path folder) {
    this.folder = folder;
  }

  /** A new repository with one commit on {@code main}; a copy, since git takes its time. */
  public static TestRepository create(Path folder) {
    try (Stream<Path> files = Files.walk(Template.FOLDER)) {
      for (Path file : files.toList()) {
        Path copy = folder.resolve(Template.FOLDER.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TestRepository(folder);
  }

  /** Made once, when the first test needs it. */
  private static final class Template {
    static final Path FOLDER = make();

    private static Path make() {
      try {
        Path folder = Files.createTempDirectory("signalbox-template");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
        TestRepository made = new TestRepository(folder);
        made.git("init", "-q", "-b", "main", "--template=");
        made.commit("README.md", "start\n");
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void remove(Path folder) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public Path path(String name) {
    return folder.resolve(name);
  }

  public Path folder() {
    return folder;
  }

  /** Writes a file with the folders that it needs. */
  public Path write(String name, String text) {
    try {
      Path file = path(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String read(String name) {
    try {
      return Files.readString(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file and commits everything; the commit. */
  public String commit(String name, String text) {
    write(name, text);
    git("add", "--all");
    git("commit", "-q", "-m", "change " + name);
    return git("rev-parse", "HEAD");
  }

  /** Runs git, which must succeed; its output without white space around it. */
  public String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"));
    builder.environment().putAll(IDENTITY);
    try {
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + " said " + output);
      }
      return output.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
