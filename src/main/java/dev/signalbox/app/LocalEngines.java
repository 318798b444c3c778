package dev.signalbox.app;

import dev.signalbox.cli.Engines;
import dev.signalbox.config.yaml.ConfigFiles;
import dev.signalbox.control.BearerToken;
import dev.signalbox.control.Control;
import dev.signalbox.control.StateFolders;
import dev.signalbox.control.http.HttpControl;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.journal.folder.PageLock;
import dev.signalbox.journal.folder.StateFolder;
import dev.signalbox.repository.Repository;
import dev.signalbox.repository.git.GitRepository;
import dev.signalbox.runner.local.AgentMark;
import dev.signalbox.view.RunView;
import dev.signalbox.web.FiguresToken;
import dev.signalbox.web.PageLink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
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

  @Override
  public Optional<String> dashboard(Optional<String> folder) {
    Path state = stateFolder(folder);
    boolean isServed = Files.isDirectory(state) && PageLock.isHeld(StateFolder.at(state));
    if (!isServed) {
      // Asked for its news: the link of an engine that is gone leads nowhere.
      RunView _ = HttpControl.find(state).look();
    }
    Path config = new LocalMachine(environment, home, Clock.systemUTC()).configFile();
    return PageLink.find(state)
        .map(link ->
            ConfigFiles.proxiedOrigin(config)
                .map(proxy -> link.text() + "\n" + link.text(proxy))
                .orElseGet(link::text));
  }

  @Override
  public Optional<String> figuresToken(Optional<String> folder) {
    return FiguresToken.find(stateFolder(folder)).map(BearerToken::value);
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
    if (environment.containsKey(AgentMark.VARIABLE)) {
      throw new SignalboxException(
          ErrorCode.DECISION_BY_AGENT,
          "expected a person to decide, found a process of an agent",
          List.of("decide in a terminal of your own"));
    }
    return name();
  }

  /** Who this process belongs to. */
  static String name() {
    return System.getProperty("user.name", "unknown");
  }
}
