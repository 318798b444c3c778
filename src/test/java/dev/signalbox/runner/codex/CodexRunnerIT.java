package dev.signalbox.runner.codex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.AgentProfile;
import dev.signalbox.agent.yaml.AgentCatalogueFile;
import dev.signalbox.modelapi.Conversation;
import dev.signalbox.modelapi.Reply;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.runner.Dialect;
import dev.signalbox.runner.Pricing;
import dev.signalbox.runner.program.AgentProgramContractTest;
import dev.signalbox.runner.program.Household;
import dev.signalbox.runner.program.Installed;
import dev.signalbox.runner.program.ModelTools;
import dev.signalbox.runner.program.Requirement;
import dev.signalbox.runner.program.RunnerAgent;
import dev.signalbox.runner.program.TestedProgram;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.TurnResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The real Codex. */
class CodexRunnerIT extends AgentProgramContractTest {

  @Override
  protected TestedProgram program() {
    return new Codex();
  }

  @Test
  void triesAreShown() {
    RunnerAgent agent = start(1, LaunchMode.BYPASS, fresh(), "limited");

    AgentSignal.Retrying first = agent.await(AgentSignal.Retrying.class);
    assertThat(first.attempt()).isEqualTo(1);
    assertThat(first.attemptsMax()).isEqualTo(1);
    assertThat(first.reason()).contains("429");
  }

  @Test
  void itPlantsNothingForOtherConversations() {
    Requirement.skipUnless(
        IS_WALLED, "no walls here, so nothing keeps the agent from its settings");
    RunnerAgent agent = start(1, LaunchMode.BYPASS, fresh(), "plant");

    assertThat(turn(agent)).isEqualTo(new TurnResult.Completed());
    Path config = household.home().resolve(".codex");
    assertThat(workspace.resolve("tried.txt")).exists();
    assertThat(config.resolve("AGENTS.md")).isEmptyFile();
    assertThat(config.resolve("config.toml")).content().doesNotContain("planted");
    assertThat(config.resolve("rules/all.rules")).doesNotExist();
    assertThat(config.resolve("prompts/all.md")).doesNotExist();
  }

  @Test
  void theNativeProgramRunsAndNotTheScriptThatNpmInstalls() {
    RunnerAgent agent = start(1, LaunchMode.BYPASS, fresh(), "slow");
    agent.until("wait", () -> Files.exists(workspace.resolve("wait")));

    assertThat(agent.shim().descendants().flatMap(it -> it.info().command().stream()))
        .anyMatch(command -> command.endsWith("/codex"))
        .noneMatch(command -> command.endsWith("/node"));
  }

  private static final class Codex implements TestedProgram, ModelTools {
    @Override
    public AgentProfile profile() {
      return AgentCatalogueFile.shipped().find(new AgentId("codex")).orElseThrow();
    }

    @Override
    public Path install() throws IOException, InterruptedException {
      return Installed.CODEX.executable();
    }

    @Override
    public Dialect dialect(Path executable, Path home) {
      return new CodexDialect(executable.toString(), Pricing.NONE);
    }

    @Override
    public Map<String, String> variables(String apiAddress) {
      return Map.of("OPENAI_API_KEY", "a-key-for-no-service");
    }

    @Override
    public void furnish(Household household, String apiAddress)
        throws IOException, InterruptedException {
      household.furnish(
          ".codex/config.toml",
          """
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
              .formatted(apiAddress));
    }

    @Override
    public ModelTools tools() {
      return this;
    }

    @Override
    public Reply.Block run(String command) {
      return new Reply.Block.ToolUse(
          "exec_command", Map.of("cmd", command, "yield_time_ms", 30_000));
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
}
