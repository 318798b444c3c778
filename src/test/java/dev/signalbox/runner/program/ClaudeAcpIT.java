package dev.signalbox.runner.program;

import dev.signalbox.agent.AgentProfile;
import dev.signalbox.agent.yaml.AgentCatalogueFile;
import dev.signalbox.modelapi.Conversation;
import dev.signalbox.modelapi.Reply;
import dev.signalbox.plan.AgentId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The adapter of others for Claude Code, as an agent of one's own: the guide's example. */
class ClaudeAcpIT extends AgentProgramContractTest {
  @Override
  protected TestedProgram program() {
    return new ClaudeAcp();
  }

  private static final class ClaudeAcp extends AcpTestedProgram {
    ClaudeAcp() {
      super("claude-acp", Installed.CLAUDE_ACP);
    }

    @Override
    public AgentProfile profile() {
      return AgentCatalogueFile.extended("agents.md", example()).agents().stream()
          .filter(agent -> agent.id().equals(new AgentId("claude-acp")))
          .findFirst()
          .orElseThrow();
    }

    /** What the guide shows between its marks. */
    private static String example() {
      try {
        String guide =
            Files.readString(
                Path.of(System.getProperty("signalbox.root", ".")).resolve("docs/guide/agents.md"));
        int start = guide.indexOf("```yaml", guide.indexOf("<!-- claude-acp -->"));
        return guide.substring(guide.indexOf('\n', start) + 1, guide.indexOf("```", start + 3));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Map<String, String> variables(String apiAddress) {
      return Map.of(
          "ANTHROPIC_API_KEY", "a-key-for-no-service",
          "ANTHROPIC_BASE_URL", apiAddress,
          "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1",
          "CLAUDE_CODE_MAX_RETRIES", "1");
    }

    @Override
    public ModelTools tools() {
      return new Tools();
    }
  }

  private record Tools() implements ModelTools {
    @Override
    public Reply.Block run(String command) {
      return new Reply.Block.ToolUse(
          "Bash", Map.of("command", command, "description", "A step of the script"));
    }

    @Override
    public List<Reply> showPlan(Conversation call, String text) {
      return List.of(Reply.write(call.planFile(), text), Reply.tool("ExitPlanMode", Map.of()));
    }
  }
}
