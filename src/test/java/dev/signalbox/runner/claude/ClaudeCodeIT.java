package dev.signalbox.runner.claude;

import dev.signalbox.runner.LaunchOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real Claude Code on plain pipes, with a model that plays scripts. */
@Timeout(120)
class ClaudeCodeIT extends ClaudeScenarios {
  private static Path executable = Path.of("");
  private final List<PipedAgent> agents = new ArrayList<>();

  @BeforeAll
  static void install(@TempDir Path folder) throws IOException, InterruptedException {
    executable = Household.reachable(Installed.executable(), folder);
  }

  @Override
  LiveAgent start(Household household, LaunchOrder order) throws IOException {
    PipedAgent agent = new PipedAgent(household, new ClaudeDialect(executable.toString()), order);
    agents.add(agent);
    return agent;
  }

  @AfterEach
  void endAgents() throws IOException {
    for (PipedAgent agent : agents) {
      agent.close();
    }
  }
}
