package dev.signalbox.runner.local;

import dev.signalbox.plan.AgentId;
import dev.signalbox.runner.Dialect;
import dev.signalbox.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a runner is given once.
 *
 * @param stateFolder of Signalbox; hidden from agents
 * @param hidden folders that agents must not see either, such as the root of all workspaces
 * @param dialects by the agent that speaks them
 * @param inherited the environment of Signalbox; agents get what {@link ChildEnvironment} lets
 *     through
 * @param userSwitch the command that the agent's own is appended to, to run it as another user;
 *     empty for none
 * @param secrets what single agents get, and what is covered in everything that agents tell
 */
public record LocalSetup(
    Path stateFolder,
    List<Path> hidden,
    Map<AgentId, Dialect> dialects,
    Sandbox sandbox,
    Map<String, String> inherited,
    List<String> userSwitch,
    AgentSecrets secrets) {
  public LocalSetup {
    stateFolder = stateFolder.toAbsolutePath().normalize();
    hidden = List.copyOf(hidden);
    dialects = Map.copyOf(dialects);
    inherited = Map.copyOf(inherited);
    userSwitch = List.copyOf(userSwitch);
  }

  /** Without secrets but those of the environment. */
  public LocalSetup(
      Path stateFolder,
      List<Path> hidden,
      Map<AgentId, Dialect> dialects,
      Sandbox sandbox,
      Map<String, String> inherited,
      List<String> userSwitch) {
    this(stateFolder, hidden, dialects, sandbox, inherited, userSwitch, AgentSecrets.of(inherited));
  }
}
