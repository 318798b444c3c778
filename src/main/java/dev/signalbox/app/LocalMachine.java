package dev.signalbox.app;

import dev.signalbox.config.Notifying;
import dev.signalbox.config.yaml.ConfigFiles;
import dev.signalbox.plan.AgentId;
import dev.signalbox.runner.Dialect;
import dev.signalbox.runner.claude.ClaudeDialect;
import dev.signalbox.runner.scripted.ScriptedDialect;
import dev.signalbox.sandbox.Sandbox;
import dev.signalbox.sandbox.bubblewrap.BubblewrapSandbox;
import dev.signalbox.sandbox.none.NoSandbox;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** What this machine offers to a run. */
record LocalMachine(Map<String, String> environment, Path home, Clock clock) {
  LocalMachine {
    environment = Map.copyOf(environment);
  }

  /** Walls where they hold; else none, and the reason for the table. */
  Sandbox sandbox() {
    Sandbox walls = new BubblewrapSandbox("bwrap", home);
    return walls.unavailable().<Sandbox>map(NoSandbox::new).orElse(walls);
  }

  /** How the person wants to be told; from the person's own configuration only. */
  Notifying notifying() {
    return ConfigFiles.notifying(configFile());
  }

  /** The person's configuration, which may be absent. */
  Path configFile() {
    return home.resolve(".config").resolve("signalbox").resolve("config.yaml");
  }

  /** The agents that run here, by id. */
  Map<AgentId, Dialect> dialects(Path state, Path repository) {
    return Map.of(
        new AgentId("claude"),
        new ClaudeDialect("claude"),
        new AgentId("scripted"),
        new ScriptedDialect(
            state.resolve("scripted"), repository.resolve(".signalbox").resolve("scripts")));
  }
}
