package dev.signalbox.runner.codex;

import dev.signalbox.agent.AgentProfile;
import dev.signalbox.agent.yaml.AgentCatalogueFile;
import dev.signalbox.modelapi.Conversation;
import dev.signalbox.modelapi.Reply;
import dev.signalbox.plan.AgentId;
import dev.signalbox.runner.Dialect;
import dev.signalbox.runner.Pricing;
import dev.signalbox.runner.SessionTools;
import dev.signalbox.runner.program.Household;
import dev.signalbox.runner.program.Installed;
import dev.signalbox.runner.program.ModelTools;
import dev.signalbox.runner.program.TestedProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The real Codex, with a service of its own in its configuration. */
public final class CodexProgram implements TestedProgram, ModelTools {
  /** Below the home folder. */
  public static final String CONFIG = ".codex/config.toml";

  @Override
  public AgentProfile profile() {
    return AgentCatalogueFile.shipped().find(new AgentId("codex")).orElseThrow();
  }

  @Override
  public Path install() throws IOException, InterruptedException {
    return Installed.CODEX.executable();
  }

  @Override
  public Dialect dialect(Path executable, Path home, SessionTools session) {
    return new CodexDialect(executable.toString(), Pricing.NONE, session);
  }

  @Override
  public Map<String, String> variables(String apiAddress) {
    return Map.of("OPENAI_API_KEY", "a-key-for-no-service");
  }

  @Override
  public void furnish(Household household, String apiAddress)
      throws IOException, InterruptedException {
    household.furnish(CONFIG, config(apiAddress));
  }

  /** What a person writes who has a service of their own. */
  public static String config(String apiAddress) {
    return """
    model = "a-model"
    model_provider = "loopback"
    [model_providers.loopback]
    name = "loopback"
    base_url = "%s/v1"
    env_key = "OPENAI_API_KEY"
    wire_api = "responses"
    supports_websockets = false
    request_max_retries = 1
    stream_max_retries = 1
    """
        .formatted(apiAddress);
  }

  @Override
  public ModelTools tools() {
    return this;
  }

  @Override
  public Reply.Block run(String command) {
    return new Reply.Block.ToolUse("exec_command", Map.of("cmd", command, "yield_time_ms", 30_000));
  }

  @Override
  public String plants() {
    return """
    cd "$HOME/.codex"
    for file in AGENTS.md config.toml rules/all.rules prompts/all.md; do
      mkdir -p "${file%/*}"; echo planted >>"$file"
    done
    cd -; echo tried >tried.txt
    """;
  }

  @Override
  public Reply choose() {
    Map<String, String> one = Map.of("label", "Postgres", "description", "A server");
    Map<String, String> other = Map.of("label", "SQLite", "description", "A file");
    Map<String, Object> item =
        Map.of(
            "id",
            "db",
            "header",
            "Database",
            "question",
            "Which database?",
            "options",
            List.of(one, other));
    return Reply.tool("request_user_input", Map.of("questions", List.of(item)));
  }

  @Override
  public List<Reply> showPlan(Conversation call, String text) {
    return List.of(Reply.text("<proposed_plan>\n" + text + "</proposed_plan>"));
  }
}
