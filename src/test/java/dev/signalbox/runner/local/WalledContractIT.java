package dev.signalbox.runner.local;

import dev.signalbox.runner.AgentRunner;
import dev.signalbox.runner.AgentRunnerContractTest;
import dev.signalbox.runner.LaunchOrder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The contract once more, with real walls around agents in real workspaces. */
@Timeout(120)
class WalledContractIT extends AgentRunnerContractTest {
  @TempDir(factory = BuildFolder.class)
  Path folder;

  private WalledSite site;

  @BeforeEach
  void makeSite() throws IOException {
    site = WalledSite.in(folder);
  }

  @Override
  protected AgentRunner runner() {
    return site.runner();
  }

  @Override
  protected void script(String... steps) {
    site.script(steps);
  }

  @Override
  protected LaunchOrder order(int attempt, LaunchOrder.Conversation conversation) {
    return site.order("S-A", attempt, conversation);
  }
}
