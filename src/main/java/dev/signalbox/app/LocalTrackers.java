package dev.signalbox.app;

import dev.signalbox.config.AgentSecretSources;
import dev.signalbox.config.SecretSource;
import dev.signalbox.config.Services;
import dev.signalbox.config.Services.GitHubAccess;
import dev.signalbox.config.Services.LinearAccess;
import dev.signalbox.config.TrackerKind;
import dev.signalbox.config.yaml.ConfigFiles;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.forge.Forge;
import dev.signalbox.forge.github.GitHubForge;
import dev.signalbox.remote.http.JsonService;
import dev.signalbox.remote.http.Pace;
import dev.signalbox.remote.http.RequestBudget;
import dev.signalbox.remote.http.ServiceAddress;
import dev.signalbox.remote.http.github.GitHubApi;
import dev.signalbox.remote.http.github.GitHubRepository;
import dev.signalbox.tracker.Tracker;
import dev.signalbox.tracker.github.GitHubTracker;
import dev.signalbox.tracker.github.StatusLabels;
import dev.signalbox.tracker.linear.LinearAgentSessions;
import dev.signalbox.tracker.linear.LinearRules;
import dev.signalbox.tracker.linear.LinearTracker;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The trackers that the person's configuration names. Keys are read when a request is sent. */
final class LocalTrackers {
  private static final String HINT = "see docs/guide/trackers.md";

  private final LocalMachine machine;
  private final Path userConfig;
  private final RequestBudget.Tally tally;
  private Optional<GitHubApi> gitHub = Optional.empty();

  /**
   * Those of one person.
   *
   * @param userConfig the person's configuration file, which may be absent
   * @param tally hears of each request
   */
  LocalTrackers(LocalMachine machine, Path userConfig, RequestBudget.Tally tally) {
    this.tally = tally;
    this.machine = machine;
    this.userConfig = userConfig;
  }

  /** The same where nobody asks for the number of requests. */
  LocalTrackers(LocalMachine machine, Path userConfig) {
    this(machine, userConfig, (_, _) -> {});
  }

  /** What the configuration says for a repository. */
  Services services(Optional<Path> repository) {
    return ConfigFiles.services(
        userConfig, repository.stream().map(LocalMachine::sharedConfigFile).toList());
  }

  /** The tracker that plans of a repository live in; empty where that is the plan file. */
  Optional<Tracker> configured(Optional<Path> repository) {
    Services services = services(repository);
    return services.tracker() == TrackerKind.PLAN_FILE
        ? Optional.empty()
        : Optional.of(of(services.tracker(), services));
  }

  /**
   * A tracker of that kind.
   *
   * @throws SignalboxException {@code TRACKER_NOT_CONFIGURED} where something is missing
   */
  Tracker of(TrackerKind kind, Services services) {
    return switch (kind) {
      case PLAN_FILE -> throw missing("a tracker", "tracker: linear or tracker: github");
      case LINEAR ->
          linear(
              services
                  .linear()
                  .orElseThrow(() -> missing("Linear", "linear: {key: {env: LINEAR_API_KEY}}")));
      case GITHUB ->
          github(
              services
                  .github()
                  .orElseThrow(() ->
                      missing(
                          "GitHub",
                          "github: {repository: owner/name, token: {env: GITHUB_TOKEN}}")));
    };
  }

  private Tracker linear(LinearAccess access) {
    return new LinearTracker(linearService(access), access.workspace(), access.team().orElse(""));
  }

  /** What speaks in agent sessions of Linear; empty where the person names no key of it. */
  Optional<LinearAgentSessions> agentSessions() {
    return services(Optional.empty())
        .linear()
        .map(access -> new LinearAgentSessions(linearService(access)));
  }

  private JsonService linearService(LinearAccess access) {
    return new JsonService(
        new JsonService.Account(
            new ServiceAddress(URI.create(access.api())),
            secret("key of linear", access.key()),
            List.of()),
        new LinearRules(),
        RequestBudget.ordinary(tally),
        pace());
  }

  /**
   * The forge that pull requests are opened in.
   *
   * @throws SignalboxException {@code TRACKER_NOT_CONFIGURED} where something is missing
   */
  Forge forge(Services services) {
    return new GitHubForge(
        api(
            services
                .github()
                .orElseThrow(() ->
                    missing(
                        "GitHub",
                        "github: {repository: owner/name, token: {env: GITHUB_TOKEN}}"))));
  }

  private Tracker github(GitHubAccess access) {
    return new GitHubTracker(
        api(access), new StatusLabels(access.labels().inProgress(), access.labels().inReview()));
  }

  /** One for tracker and forge, so that what one has read need not be sent to the other. */
  private synchronized GitHubApi api(GitHubAccess access) {
    if (gitHub.isEmpty()) {
      gitHub = Optional.of(newApi(access));
    }
    return gitHub.get();
  }

  private GitHubApi newApi(GitHubAccess access) {
    String repository =
        access
            .repository()
            .orElseThrow(() -> missing("the repository on GitHub", "repository: owner/name"));
    JsonService service =
        GitHubApi.service(
            new ServiceAddress(URI.create(access.api())),
            secret("token of github", access.token()),
            RequestBudget.ordinary(tally),
            pace());
    return new GitHubApi(service, GitHubRepository.parse(repository));
  }

  private Supplier<String> secret(String which, SecretSource source) {
    LocalSecrets secrets =
        new LocalSecrets(AgentSecretSources.NONE, machine.environment(), machine.home());
    return () -> secrets.value(which, source);
  }

  private Pace pace() {
    return Pace.of(machine.clock(), RandomGenerator.getDefault());
  }

  private static SignalboxException missing(String what, String lines) {
    return new SignalboxException(
        ErrorCode.TRACKER_NOT_CONFIGURED,
        "expected a way to reach " + what + " in the configuration, found none",
        List.of("write " + lines + " into ~/.config/signalbox/config.yaml", HINT));
  }
}
