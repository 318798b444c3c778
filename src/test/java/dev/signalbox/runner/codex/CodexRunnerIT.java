package dev.signalbox.runner.codex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.LaunchMode;
import dev.signalbox.runner.program.AgentProgramContractTest;
import dev.signalbox.runner.program.Requirement;
import dev.signalbox.runner.program.RunnerAgent;
import dev.signalbox.runner.program.TestedProgram;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.TurnResult;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The real Codex. */
class CodexRunnerIT extends AgentProgramContractTest {

  @Override
  protected TestedProgram program() {
    return new CodexProgram();
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
}
