package dev.signalbox.runner.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.modelapi.ModelApi;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.Usd;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.Question;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import dev.signalbox.session.TurnResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Signalbox does with Claude Code, however its process is held. */
abstract class ClaudeScenarios {
  private static final SessionKey SESSION =
      new SessionKey(new RunId("run-1"), new SessionId("S-A"));
  private static final String NAME = "SHOP-101 1A review-gates";

  @TempDir Path folder;
  private ModelApi api;
  private Household household;
  private Path workspace;

  /** Starts the agent and hands it the prompt of the order. It is ended after the test. */
  abstract LiveAgent start(Household household, LaunchOrder order) throws Exception;

  @BeforeEach
  void open() throws Exception {
    api = ModelApi.start(Scripts::play);
    household = new Household(folder, api.address());
    workspace = household.workspace("workspace");
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void bypassWritesAndCommits() throws Exception {
    String id = UUID.randomUUID().toString();
    LiveAgent agent = start(household, order(1, LaunchMode.BYPASS, fresh(id), "work"));

    assertThat(agent.await(AgentSignal.TurnEnded.class).result())
        .isEqualTo(new TurnResult.Completed());
    assertThat(agent.signals())
        .containsExactly(
            new AgentSignal.Identified(id, NAME),
            new AgentSignal.StartConfirmed(),
            new AgentSignal.EstimateStated(new Usd(300)),
            new AgentSignal.ConflictFlagged("two names, one field"),
            new AgentSignal.TaskCompleted(),
            new AgentSignal.TurnEnded(new TurnResult.Completed()));
    // What an earlier session noted down is not shown to this one.
    assertThat(api.calls()).noneMatch(call -> call.mentions("/memory/"));
    assertThat(api.calls().getFirst().mentions("\"effort\":\"high\"")).isTrue();
    assertThat(agent.pulse().microUsd()).isPositive();
    assertThat(agent.pulse().contextTokens()).isPositive();
    assertThat(agent.pulse().activity()).contains("Done. TASK_COMPLETE");
    assertThat(agent.end()).isZero();
    assertThat(household.git(workspace, "log", "--format=%s")).isEqualTo("Add hello\nStart");
  }

  @Test
  void planIsRejectedThenApprovedAndOnlyThenCarriedOut() throws Exception {
    LiveAgent agent = start(household, order(1, LaunchMode.PLAN, fresh(), "plan"));

    Question.PlanApproval first = plan(agent);
    assertThat(first.plan()).isEqualTo("# Plan\n1. Write plan.txt\n");
    agent.send(new AgentMessage.Deny(first.id(), "Name the file planned.txt."));
    Question.PlanApproval second = plan(agent);
    assertThat(second.plan()).isEqualTo("# Plan\n1. Write planned.txt\n");
    assertThat(api.calls().getLast().mentions("Name the file planned.txt.")).isTrue();
    assertThat(household.git(workspace, "log", "--format=%s")).isEqualTo("Start");

    agent.send(new AgentMessage.ApprovePlan(second.id()));
    assertThat(agent.await(AgentSignal.TurnEnded.class).result())
        .isEqualTo(new TurnResult.Completed());
    assertThat(agent.end()).isZero();
    assertThat(agent.signals()).filteredOn(AgentSignal.Asked.class::isInstance).hasSize(2);
    assertThat(household.git(workspace, "log", "--format=%s")).isEqualTo("Implement\nStart");
  }

  @Test
  void aPlanningAgentAsksBeforeItWritesAndIsHeldBack() throws Exception {
    LiveAgent agent = start(household, order(1, LaunchMode.PLAN, fresh(), "hasty-plan"));

    agent.send(new AgentMessage.Deny(permission(agent).id(), "Nothing before the plan."));
    agent.send(new AgentMessage.Deny(permission(agent).id(), "Nothing before the plan."));
    assertThat(plan(agent).plan()).isEqualTo("# Plan\n1. Write it again\n");
    assertThat(Files.exists(workspace.resolve("early.txt"))).isFalse();
    agent.send(new AgentMessage.Interrupt());
    assertThat(agent.await(AgentSignal.TurnEnded.class).result())
        .isEqualTo(new TurnResult.Interrupted());
  }

  @Test
  void askedTwiceAndAnsweredYesThenNo() throws Exception {
    LiveAgent agent = start(household, order(1, LaunchMode.ASK, fresh(), "ask"));

    Question.Permission first = permission(agent);
    assertThat(first.tool()).isEqualTo("Bash");
    assertThat(first.input()).contains("\"touch first.txt\"");
    agent.send(new AgentMessage.Allow(first.id()));
    agent.send(new AgentMessage.Deny(permission(agent).id(), "One file is enough."));

    assertThat(agent.await(AgentSignal.TurnEnded.class).result())
        .isEqualTo(new TurnResult.Completed());
    assertThat(agent.end()).isZero();
    assertThat(Files.exists(workspace.resolve("first.txt"))).isTrue();
    assertThat(Files.exists(workspace.resolve("second.txt"))).isFalse();
    assertThat(api.calls().getLast().mentions("One file is enough.")).isTrue();
  }

  @Test
  void aQuestionIsAnswered() throws Exception {
    LiveAgent agent = start(household, order(1, LaunchMode.BYPASS, fresh(), "question"));

    Question asked = agent.await(AgentSignal.Asked.class).question();
    assertThat(asked)
        .isEqualTo(
            new Question.Choice(
                asked.id(),
                List.of(
                    new Question.Item("Which database?", List.of("Postgres", "SQLite"), false))));
    // The size of the window is known before the first turn is over, and costs no call.
    assertThat(agent.pulse().contextTokensMax()).isEqualTo(1_000_000);
    assertThat(api.counts()).isZero();
    agent.send(new AgentMessage.Choose(asked.id(), List.of("SQLite")));
    assertThat(agent.await(AgentSignal.TurnEnded.class).result())
        .isEqualTo(new TurnResult.Completed());
    assertThat(api.calls().getLast().mentions("\\\"Which database?\\\"=\\\"SQLite\\\"")).isTrue();
    assertThat(agent.end()).isZero();
  }

  @Test
  void aServiceThatFailsIsToldApartFromAnAgentThatFails() throws Exception {
    LiveAgent agent = start(household, order(1, LaunchMode.BYPASS, fresh(), "overloaded"));

    assertThat(agent.await(AgentSignal.Retrying.class))
        .isEqualTo(new AgentSignal.Retrying(1, 1, "overloaded 529"));
    assertThat(agent.await(AgentSignal.TurnEnded.class).result())
        .isInstanceOfSatisfying(
            TurnResult.ServiceFailed.class, failed -> assertThat(failed.reason()).contains("529"));
    assertThat(agent.pulse().microUsd()).isZero();
  }

  @Test
  void aTurnIsInterruptedAndTheNextOneWorks() throws Exception {
    LiveAgent agent = start(household, order(1, LaunchMode.BYPASS, fresh(), "slow"));

    awaitFile("wait");
    agent.send(new AgentMessage.Interrupt());
    assertThat(agent.await(AgentSignal.TurnEnded.class).result())
        .isEqualTo(new TurnResult.Interrupted());
    agent.send(new AgentMessage.Say("/clear PLAY:none Never mind."));
    assertThat(agent.await(AgentSignal.TurnEnded.class).result())
        .isEqualTo(new TurnResult.Completed());
    // It reached the model as text, in the same conversation.
    assertThat(api.calls().getLast().mentions("/clear PLAY:none")).isTrue();
    assertThat(api.calls().getLast().mentions("mkfifo")).isTrue();
    assertThat(agent.end()).isZero();
  }

  @Test
  void anInterruptClosesAnOpenQuestion() throws Exception {
    LiveAgent agent = start(household, order(1, LaunchMode.ASK, fresh(), "ask"));

    String id = permission(agent).id();
    agent.send(new AgentMessage.Interrupt());
    assertThat(agent.await(AgentSignal.QuestionClosed.class))
        .isEqualTo(new AgentSignal.QuestionClosed(id));
    assertThat(agent.await(AgentSignal.TurnEnded.class).result())
        .isEqualTo(new TurnResult.Interrupted());
    agent.send(new AgentMessage.Say("PLAY:none Never mind."));
    assertThat(agent.await(AgentSignal.TurnEnded.class).result())
        .isEqualTo(new TurnResult.Completed());
    assertThat(Files.exists(workspace.resolve("first.txt"))).isFalse();
  }

  @Test
  void aStalledAgentIsKilledAndItsConversationResumed() throws Exception {
    LiveAgent agent = start(household, order(1, LaunchMode.BYPASS, fresh(), "stall"));
    String id = agent.await(AgentSignal.Identified.class).agentSessionId();
    api.awaitStall(30);
    assertThat(agent.isAlive()).isTrue();
    agent.kill();

    LiveAgent resumed =
        start(
            household,
            order(2, LaunchMode.BYPASS, new LaunchOrder.Conversation.Resumed(id), "recall"));
    assertThat(resumed.await(AgentSignal.TurnEnded.class).result())
        .isEqualTo(new TurnResult.Completed());
    assertThat(resumed.signals()).contains(new AgentSignal.Identified(id, NAME));
    assertThat(resumed.pulse().activity()).contains("I remember the steps.");
    assertThat(resumed.end()).isZero();
    assertThat(Files.readString(workspace.resolve("steps.txt"))).isEqualTo("one\n");
  }

  /** Waits until a tool has made a file. */
  private void awaitFile(String name) throws Exception {
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

  private static Question.PlanApproval plan(LiveAgent agent) {
    return (Question.PlanApproval) agent.await(AgentSignal.Asked.class).question();
  }

  private static Question.Permission permission(LiveAgent agent) {
    return (Question.Permission) agent.await(AgentSignal.Asked.class).question();
  }

  private static LaunchOrder.Conversation fresh() {
    return fresh(UUID.randomUUID().toString());
  }

  private static LaunchOrder.Conversation fresh(String id) {
    return new LaunchOrder.Conversation.Fresh(id);
  }

  private LaunchOrder order(
      int attempt, LaunchMode mode, LaunchOrder.Conversation conversation, String script) {
    LaunchOrder.Setting setting =
        new LaunchOrder.Setting(
            workspace,
            workspace.resolve(".git/objects"),
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
