package dev.signalbox.runner.claude;

import dev.signalbox.agent.AgentProfile;
import dev.signalbox.agent.yaml.AgentCatalogueFile;
import dev.signalbox.modelapi.Conversation;
import dev.signalbox.modelapi.Reply;
import dev.signalbox.plan.AgentId;
import dev.signalbox.runner.Dialect;
import dev.signalbox.runner.SessionTools;
import dev.signalbox.runner.program.Installed;
import dev.signalbox.runner.program.ModelTools;
import dev.signalbox.runner.program.TestedProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The real Claude Code. */
public final class ClaudeProgram implements TestedProgram, ModelTools {

  @Override
  public AgentProfile profile() {
    return AgentCatalogueFile.shipped().find(new AgentId("claude")).orElseThrow();
  }

  @Override
  public Path install() throws IOException, InterruptedException {
    return Installed.CLAUDE.executable();
  }

  @Override
  public Dialect dialect(Path executable, Path home, SessionTools session) {
    return new ClaudeDialect(executable.toString(), session);
  }

  @Override
  public Map<String, String> variables(String apiAddress) {
    return Map.of(
        "ANTHROPIC_API_KEY", "a-key-for-no-service",
        "ANTHROPIC_BASE_URL", apiAddress,
        "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1",
        "CLAUDE_CODE_MAX_RETRIES", "1",
        "DISABLE_ERROR_REPORTING", "1",
        "DISABLE_TELEMETRY", "1");
  }

  @Override
  public ModelTools tools() {
    return this;
  }

  @Override
  public Reply.Block run(String command) {
    return new Reply.Block.ToolUse("Bash", Map.of("command", command, "description", "The work"));
  }

  @Override
  public Reply choose() {
    Map<String, String> one = Map.of("label", "Postgres", "description", "A server");
    Map<String, String> other = Map.of("label", "SQLite", "description", "A file");
    Map<String, Object> item =
        Map.of(
            "question",
            "Which database?",
            "header",
            "Database",
            "multiSelect",
            false,
            "options",
            List.of(one, other));
    return Reply.tool("AskUserQuestion", Map.of("questions", List.of(item)));
  }

  @Override
  public List<Reply> showPlan(Conversation call, String text) {
    return List.of(Reply.write(call.planFile(), text), Reply.tool("ExitPlanMode", Map.of()));
  }
}
