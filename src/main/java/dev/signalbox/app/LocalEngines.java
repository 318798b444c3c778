package dev.signalbox.app;

import dev.signalbox.cli.Engines;
import dev.signalbox.control.Control;
import dev.signalbox.control.StateFolders;
import dev.signalbox.control.http.HttpControl;
import dev.signalbox.repository.Repository;
import dev.signalbox.repository.git.GitRepository;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The engines of this person on this machine. */
final class LocalEngines implements Engines {
  private final Map<String, String> environment;
  private final Path home;

  LocalEngines(Map<String, String> environment, Path home) {
    this.environment = Map.copyOf(environment);
    this.home = home;
  }

  @Override
  public Control connect(Optional<String> folder) {
    return HttpControl.find(stateFolder(folder));
  }

  /** Asks git for the repository only where the folder's name depends on it. */
  Path stateFolder(Optional<String> folder) {
    boolean isNamed =
        folder.isPresent() || !environment.getOrDefault(StateFolders.VARIABLE, "").isEmpty();
    Path here = Path.of("").toAbsolutePath();
    Path repository =
        isNamed ? here : GitRepository.containing(here).map(Repository::root).orElse(here);
    return StateFolders.choose(folder, environment, home, repository);
  }

  @Override
  public String person() {
    return System.getProperty("user.name", "unknown");
  }
}
