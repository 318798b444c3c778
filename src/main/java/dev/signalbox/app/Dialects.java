package dev.signalbox.app;

import dev.signalbox.agent.AgentCatalogue;
import dev.signalbox.agent.AgentProfile;
import dev.signalbox.agent.AgentProgram;
import dev.signalbox.mcp.ToolsLink;
import dev.signalbox.plan.AgentId;
import dev.signalbox.runner.Dialect;
import dev.signalbox.runner.SessionTools;
import dev.signalbox.runner.acp.AcpDialect;
import dev.signalbox.runner.claude.ClaudeDialect;
import dev.signalbox.runner.codex.CodexDialect;
import dev.signalbox.runner.scripted.ScriptedDialect;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The adapters that speak with the catalogue's agents.
 *
 * @param state the state folder, where scripted agents keep what they said
 * @param repository where their scripts lie
 */
record Dialects(Path state, Path repository) {
  /** For asking whether there is an adapter; nothing is read or written there. */
  private static final Dialects NOWHERE = new Dialects(Path.of(""), Path.of(""));

  /** By the catalogue's ids, in its order; without agents that no adapter speaks with. */
  Map<AgentId, Dialect> of(AgentCatalogue catalogue) {
    Map<AgentId, Dialect> dialects = new LinkedHashMap<>();
    for (AgentProfile agent : catalogue.agents()) {
      of(agent).ifPresent(dialect -> dialects.put(agent.id(), dialect));
    }
    return dialects;
  }

  private Optional<Dialect> of(AgentProfile agent) {
    return agent.program().flatMap(program -> of(agent, program));
  }

  private Optional<Dialect> of(AgentProfile agent, AgentProgram program) {
    return switch (program.protocol()) {
      case CLAUDE -> Optional.of(new ClaudeDialect(program.executable().orElseThrow(), tools()));
      case SCRIPTED ->
          Optional.of(
              new ScriptedDialect(
                  state.resolve("scripted"),
                  repository.resolve(".signalbox").resolve("scripts"),
                  tools()));
      case CODEX ->
          Optional.of(
              new CodexDialect(
                  program.executable().orElseThrow(), agent.tuning().prices(), tools()));
      case ACP -> Optional.of(new AcpDialect(AcpPrograms.of(agent, program), tools()));
    };
  }

  /** Where the engine of the state folder serves them, when an agent is started. */
  private SessionTools tools() {
    return attempt -> ToolsLink.find(state).map(link -> link.access(attempt));
  }

  /** Whether an adapter speaks with that agent. */
  static boolean speak(AgentProfile agent) {
    return NOWHERE.of(agent).isPresent();
  }
}
