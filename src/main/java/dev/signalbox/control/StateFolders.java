package dev.signalbox.control;

import dev.signalbox.approval.ShownHash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the state of a repository's runs lies: outside the repository, one folder for each. */
public final class StateFolders {
  /** Names the folder outright. */
  public static final String VARIABLE = "SIGNALBOX_STATE";

  private static final int HASH_CHARS = 8;

  private StateFolders() {}

  /**
   * The folder that a command uses.
   *
   * @param option what the person named on the command line
   * @param environment the variables of this process
   * @param home the person's home folder
   * @param repository the top folder of the repository that the command is about
   */
  public static Path choose(
      Optional<String> option, Map<String, String> environment, Path home, Path repository) {
    return option
        .or(() -> variable(environment, VARIABLE))
        .map(name -> Path.of(name).toAbsolutePath().normalize())
        .orElseGet(() -> root(environment, home).resolve(nameOf(repository)));
  }

  private static Path root(Map<String, String> environment, Path home) {
    Path state =
        variable(environment, "XDG_STATE_HOME")
            .map(Path::of)
            .filter(Path::isAbsolute)
            .orElseGet(() -> home.resolve(".local").resolve("state"));
    return state.resolve("signalbox");
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /** Two repositories with one folder name, such as two clones, have different ones. */
  private static String nameOf(Path repository) {
    Path real = real(repository);
    Path name = real.getFileName();
    String hash = ShownHash.of(real.toString()).substring(0, HASH_CHARS);
    return (name == null ? "root" : name) + "-" + hash;
  }

  private static Path real(Path repository) {
    try {
      return repository.toRealPath();
    } catch (IOException e) {
      // A repository that is not there has no runs either; the name only has to be the same again.
      return repository.toAbsolutePath().normalize();
    }
  }
}
