package dev.signalbox.app;

import dev.signalbox.agent.AgentCatalogue;
import dev.signalbox.config.AgentSecretSources;
import dev.signalbox.config.NetworkUse;
import dev.signalbox.config.Notifying;
import dev.signalbox.config.ProxiedOrigin;
import dev.signalbox.config.yaml.ConfigFiles;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.AgentId;
import dev.signalbox.runner.Dialect;
import dev.signalbox.runner.local.AgentSecrets;
import dev.signalbox.runner.local.LocalSetup;
import dev.signalbox.sandbox.Sandbox;
import dev.signalbox.sandbox.bubblewrap.BubblewrapSandbox;
import dev.signalbox.sandbox.none.NoSandbox;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What this machine offers to a run. */
record LocalMachine(Map<String, String> environment, Path home, Clock clock) {
  LocalMachine {
    environment = Map.copyOf(environment);
  }

  /** Walls where they hold; else none, and the reason for the table. */
  Sandbox sandbox() {
    Sandbox walls = walls();
    return walls.unavailable().<Sandbox>map(NoSandbox::new).orElse(walls);
  }

  /** Whether they hold or not. */
  Sandbox walls() {
    return new BubblewrapSandbox("bwrap", home);
  }

  /** How the person wants to be told; from the person's own configuration only. */
  Notifying notifying() {
    return ConfigFiles.notifying(configFile());
  }

  /** Where a proxy of the person shows the dashboard; from the person's own configuration only. */
  Optional<ProxiedOrigin> proxiedOrigin() {
    return ConfigFiles.proxiedOrigin(configFile());
  }

  /** The person's configuration, which may be absent. */
  Path configFile() {
    return home.resolve(".config").resolve("signalbox").resolve("config.yaml");
  }

  /** The person's review profiles and perspectives; may be absent. */
  Path reviewFolder() {
    return configFile().resolveSibling("reviews");
  }

  /** The configuration that a repository shares, which may be absent. */
  static Path sharedConfigFile(Path repository) {
    return repository.resolve(".signalbox").resolve("config.yaml");
  }

  /** The agents, as the person's configuration has them. */
  AgentCatalogue catalogue() {
    return Catalogues.of(configFile());
  }

  /** Those that run here, by id. */
  Map<AgentId, Dialect> dialects(Path state, Path repository) {
    return new Dialects(state, repository).of(catalogue());
  }

  /** What a runner is given here. */
  LocalSetup setup(
      Path state, Map<AgentId, Dialect> dialects, Sandbox sandbox, AgentSecrets secrets) {
    return new LocalSetup(
        state,
        List.of(state.resolve("workspaces")),
        dialects,
        sandbox,
        environment,
        List.of(),
        secrets);
  }

  /** The secrets that the person's configuration names, for agents of the catalogue. */
  LocalSecrets configuredSecrets() {
    AgentSecretSources sources = ConfigFiles.secrets(configFile());
    for (AgentId agent : sources.byAgent().keySet()) {
      if (catalogue().find(agent).isEmpty()) {
        throw new SignalboxException(
            ErrorCode.CONFIG_INVALID,
            configFile() + ": expected secrets for agents of the catalogue, found " + agent,
            List.of("signalbox doctor lists them"));
      }
    }
    return new LocalSecrets(sources, environment, home);
  }

  /** Who reaches the network in runs of a repository. */
  NetworkUse network(Path repository) {
    return ConfigFiles.network(configFile(), sharedConfigFile(repository));
  }

  /** What agents are given, and what is covered in what they tell. */
  AgentSecrets secrets() {
    return new AgentSecrets(configuredSecrets(), environment);
  }

  /** Finds out which of them can be started. */
  AgentProbe probe() {
    try {
      return new AgentProbe(environment, configuredSecrets());
    } catch (SignalboxException _) {
      // A mistake in the configuration is said where it is read to start something.
      return new AgentProbe(environment, AgentSecrets.Source.NONE);
    }
  }
}
