package dev.signalbox.runner.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.modelapi.ModelApi;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.Usd;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.program.Household;
import dev.signalbox.runner.program.LiveAgent;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.Question;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A home, a workspace and a model for the real Claude Code, however its process is held. */
abstract class ClaudeSite {
  private static final SessionKey SESSION =
      new SessionKey(new RunId("run-1"), new SessionId("S-A"));
  static final String NAME = "SHOP-101 1A review-gates";

  @TempDir Path folder;
  ModelApi api;
  Household household;
  Path workspace;

  /** Whether the agent is started inside walls. */
  abstract boolean isWalled();

  @BeforeEach
  void open() throws Exception {
    api = ModelApi.start(Scripts::play);
    household = new Household(folder, variables(api.address()), isWalled());
    workspace = household.workspace("workspace");
  }

  private static Map<String, String> variables(String apiAddress) {
    return Map.of(
        "ANTHROPIC_API_KEY", "a-key-for-no-service",
        "ANTHROPIC_BASE_URL", apiAddress,
        "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1",
        "CLAUDE_CODE_MAX_RETRIES", "1",
        "DISABLE_ERROR_REPORTING", "1",
        "DISABLE_TELEMETRY", "1");
  }

  @AfterEach
  void close() {
    api.close();
  }

  /** Waits until a tool has made a file. */
  void awaitFile(String name) throws Exception {
    try (WatchService changes = workspace.getFileSystem().newWatchService()) {
      workspace.register(changes, StandardWatchEventKinds.ENTRY_CREATE);
      while (!Files.exists(workspace.resolve(name))) {
        WatchKey key = changes.poll(30, TimeUnit.SECONDS);
        assertThat(key).as("a change in the workspace").isNotNull();
        key.pollEvents();
        key.reset();
      }
    }
  }

  static Question.PlanApproval plan(LiveAgent agent) {
    return (Question.PlanApproval) agent.await(AgentSignal.Asked.class).question();
  }

  static Question.Permission permission(LiveAgent agent) {
    return (Question.Permission) agent.await(AgentSignal.Asked.class).question();
  }

  static LaunchOrder.Conversation fresh() {
    return fresh(UUID.randomUUID().toString());
  }

  static LaunchOrder.Conversation fresh(String id) {
    return new LaunchOrder.Conversation.Fresh(id);
  }

  LaunchOrder order(
      int attempt, LaunchMode mode, LaunchOrder.Conversation conversation, String script) {
    LaunchOrder.Setting setting =
        new LaunchOrder.Setting(
            workspace,
            household.objects(),
            mode,
            Optional.empty(),
            Optional.of("high"),
            Optional.of(new Usd(500)));
    return new LaunchOrder(
        new AttemptKey(SESSION, attempt),
        new AgentId("claude"),
        setting,
        NAME,
        conversation,
        "PLAY:" + script + " please.");
  }
}
