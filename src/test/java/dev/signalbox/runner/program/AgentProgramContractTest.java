package dev.signalbox.runner.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.Capability;
import dev.signalbox.approval.Answer;
import dev.signalbox.mcp.SessionServer;
import dev.signalbox.mcp.ToolsLink;
import dev.signalbox.modelapi.ModelApi;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.Usd;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.LaunchOrder.Conversation;
import dev.signalbox.runner.SessionTools;
import dev.signalbox.runner.local.LocalAgentRunner;
import dev.signalbox.runner.local.LocalSetup;
import dev.signalbox.sandbox.Sandbox;
import dev.signalbox.sandbox.bubblewrap.BubblewrapSandbox;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds for every real program, and what the catalogue says of each: driven by the runner,
 * inside walls where there are any, with a model that plays scripts.
 */
@Timeout(240)
public abstract class AgentProgramContractTest {
  private static final SessionKey SESSION =
      new SessionKey(new RunId("run-1"), new SessionId("S-A"));
  protected static final boolean IS_WALLED = walls(Path.of("/")).unavailable().isEmpty();

  private static final int TURNS_WITHOUT_TOOLS_MAX = 20;

  @TempDir Path folder;
  private final List<RunnerAgent> agents = new ArrayList<>();
  protected ModelApi api;
  protected Household household;
  protected Path workspace;
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private Path executable;
  private SessionServer tools;

  protected abstract TestedProgram program();

  @BeforeEach
  void open() throws Exception {
    executable = program().install();
    if (!IS_WALLED) {
      executable = Household.reachable(executable, folder);
    }
    tools =
        SessionServer.start(
            folder.resolve("tools"),
            (attempt, call) -> {
              told.add(attempt + " " + call);
              return new Answer.Taken();
            },
            "1");
    api = ModelApi.start(new ProgramScripts(program().tools())::play);
    household = new Household(folder, program().variables(api.address()), IS_WALLED);
    program().furnish(household, api.address());
    workspace = household.workspace("workspace");
  }

  @AfterEach
  void close() {
    agents.forEach(RunnerAgent::kill);
    if (api != null) {
      api.close();
    }
    if (tools != null) {
      tools.close();
    }
  }

  private static Sandbox walls(Path home) {
    return new BubblewrapSandbox("bwrap", home);
  }

  protected final RunnerAgent start(
      int attempt, LaunchMode mode, Conversation conversation, String script) {
    return start(order(attempt, mode, conversation, script, new Usd(500)));
  }

  private RunnerAgent start(LaunchOrder order) {
    LocalSetup setup =
        new LocalSetup(
            folder.resolve("state"),
            List.of(),
            Map.of(order.agent(), program().dialect(executable, household.home(), this::access)),
            walls(household.home()),
            household.inherited(),
            IS_WALLED ? List.of() : Household.userSwitch());
    RunnerAgent agent = new RunnerAgent(new LocalAgentRunner(setup), order);
    agents.add(agent);
    return agent;
  }

  private Optional<SessionTools.Access> access(AttemptKey attempt) {
    return ToolsLink.find(folder.resolve("tools")).map(link -> link.access(attempt));
  }

  private LaunchOrder order(
      int attempt, LaunchMode mode, Conversation conversation, String script, Usd budget) {
    LaunchOrder.Setting setting =
        new LaunchOrder.Setting(
            workspace,
            household.objects(),
            mode,
            Optional.empty(),
            Optional.of("high"),
            Optional.of(budget));
    return new LaunchOrder(
        new AttemptKey(SESSION, attempt),
        program().profile().id(),
        setting,
        "SHOP-101 1A review-gates",
        conversation,
        "PLAY:" + script + " please.");
  }

  protected static Conversation fresh() {
    return new Conversation.Fresh(UUID.randomUUID().toString());
  }

  protected final boolean can(Capability capability) {
    return program().profile().can(capability);
  }

  protected static TurnResult turn(RunnerAgent agent) {
    return agent.await(AgentSignal.TurnEnded.class).result();
  }

  private static Question.Permission permission(RunnerAgent agent) {
    return (Question.Permission) agent.await(AgentSignal.Asked.class).question();
  }

  private static Question.PlanApproval plan(RunnerAgent agent) {
    return (Question.PlanApproval) agent.await(AgentSignal.Asked.class).question();
  }

  private void requireLaunch(LaunchMode mode) {
    Requirement.skipUnless(
        program().profile().lack(mode).isEmpty(),
        program().profile().name() + " " + program().profile().lack(mode).orElse(""));
  }

  @Test
  void bypassWritesAndCommits() throws Exception {
    RunnerAgent agent = start(1, LaunchMode.BYPASS, fresh(), "work");

    assertThat(turn(agent)).isEqualTo(new TurnResult.Completed());
    assertThat(agent.signals().getFirst()).isInstanceOf(AgentSignal.Identified.class);
    assertThat(agent.signals())
        .filteredOn(signal -> !(signal instanceof AgentSignal.Identified))
        .containsExactly(
            new AgentSignal.StartConfirmed(),
            new AgentSignal.EstimateStated(new Usd(300)),
            new AgentSignal.ConflictFlagged("two names, one field"),
            new AgentSignal.TaskCompleted(),
            new AgentSignal.TurnEnded(new TurnResult.Completed()));
    assertThat(agent.pulse().activity()).contains("Done. TASK_COMPLETE");
    assertThat(agent.pulse().microUsd() > 0).isEqualTo(can(Capability.TELL_COST));
    // Of every call of the model, and not of the last one alone.
    assertThat(agent.pulse().tokens().output() >= 2 * ModelApi.OUTPUT_TOKENS)
        .isEqualTo(can(Capability.TELL_TOKENS));
    assertThat(household.git(workspace, "log", "--format=%s")).isEqualTo("Add hello\nStart");
    assertThat(household.git(workspace, "status", "--porcelain")).isEmpty();
    agent.end();
  }

  @Test
  void itTellsWithItsSessionsToolsAndAsksNobodyForThat() throws Exception {
    LaunchMode mode = program().hasToolsInEveryMode() ? LaunchMode.ASK : LaunchMode.BYPASS;
    RunnerAgent agent = start(1, mode, fresh(), "tell");
    assertThat(turn(agent)).isEqualTo(new TurnResult.Completed());
    for (int turn = 1; told.isEmpty() && turn < TURNS_WITHOUT_TOOLS_MAX; turn++) {
      // Some programs begin their first turns while they are still connecting.
      agent.send(new AgentMessage.Say("PLAY:tell please."));
      assertThat(turn(agent)).isEqualTo(new TurnResult.Completed());
    }

    assertThat(told).containsExactly("run-1/S-A/attempt-1 Progress[text=Half of it is done.]");
    assertThat(questions(agent)).isZero();
    agent.end();
  }

  @Test
  void askedTwiceAndAnsweredYesThenNo() throws Exception {
    requireLaunch(LaunchMode.ASK);
    RunnerAgent agent = start(1, LaunchMode.ASK, fresh(), "ask");

    Question.Permission first = permission(agent);
    assertThat(first.input()).contains("touch first.txt");
    agent.send(new AgentMessage.Allow(first.id()));
    agent.send(new AgentMessage.Deny(permission(agent).id(), "One file is enough."));

    assertThat(turn(agent)).isEqualTo(new TurnResult.Completed());
    if (!can(Capability.DENY_WITH_REASON)) {
      // It is told in a turn of its own.
      assertThat(turn(agent)).isEqualTo(new TurnResult.Completed());
    }
    assertThat(Files.exists(workspace.resolve("first.txt"))).isTrue();
    assertThat(Files.exists(workspace.resolve("second.txt"))).isFalse();
    assertThat(api.calls().getLast().mentions("One file is enough.")).isTrue();
  }

  @Test
  void planIsRevisedThenApprovedAndOnlyThenCarriedOut() throws Exception {
    requireLaunch(LaunchMode.PLAN);
    RunnerAgent agent = start(1, LaunchMode.PLAN, fresh(), "plan");

    Question.PlanApproval first = plan(agent);
    assertThat(first.plan()).contains("# Plan\n1. Write plan.txt");
    agent.send(new AgentMessage.Deny(first.id(), "PLAY:replan Name the file planned.txt."));
    Question.PlanApproval second = plan(agent);
    assertThat(second.plan()).contains("# Plan\n1. Write planned.txt");
    assertThat(household.git(workspace, "log", "--format=%s")).isEqualTo("Start");
    int questions = questions(agent);

    agent.send(new AgentMessage.ApprovePlan(second.id(), false));
    agent.await(AgentSignal.TaskCompleted.class);
    assertThat(turn(agent)).isEqualTo(new TurnResult.Completed());
    assertThat(questions(agent)).isEqualTo(questions);
    assertThat(household.git(workspace, "log", "--format=%s")).isEqualTo("Implement\nStart");
  }

  @Test
  void anApprovedPlanMayStillBeAskedAbout() {
    requireLaunch(LaunchMode.PLAN);
    RunnerAgent agent = start(1, LaunchMode.PLAN, fresh(), "replan");

    agent.send(new AgentMessage.ApprovePlan(plan(agent).id(), true));
    assertThat(permission(agent).input()).contains("planned.txt");
  }

  @Test
  void aChoiceIsAnswered() {
    Requirement.skipUnless(
        can(Capability.ANSWER_CHOICES), program().profile().name() + " asks no choices");
    RunnerAgent agent = start(1, LaunchMode.PLAN, fresh(), "choose");

    Question.Choice asked = (Question.Choice) agent.await(AgentSignal.Asked.class).question();
    assertThat(asked.items())
        .containsExactly(
            new Question.Item("Which database?", List.of("Postgres", "SQLite"), false));
    agent.send(new AgentMessage.Choose(asked.id(), List.of("SQLite")));
    assertThat(turn(agent)).isEqualTo(new TurnResult.Completed());
    assertThat(agent.pulse().activity()).contains("Thanks for SQLite.");
  }

  private static int questions(RunnerAgent agent) {
    return (int) agent.signals().stream().filter(AgentSignal.Asked.class::isInstance).count();
  }

  @Test
  void aWordInTheMiddleOfATurnIsHeard() throws Exception {
    RunnerAgent agent = start(1, LaunchMode.BYPASS, fresh(), "slow");
    Path wait = awaitFile("wait");
    agent.send(new AgentMessage.Say("Mind the gap."));
    Files.writeString(wait, "on\n");

    assertThat(turn(agent)).isEqualTo(new TurnResult.Completed());
    if (!can(Capability.MESSAGE_MID_TURN)) {
      assertThat(turn(agent)).isEqualTo(new TurnResult.Completed());
    }
    assertThat(api.calls().getLast().mentions("Mind the gap.")).isTrue();
    assertThat(api.calls().getLast().mentions("mkfifo")).isTrue();
  }

  @Test
  void aTurnIsInterruptedAndTheNextOneWorks() {
    RunnerAgent agent = start(1, LaunchMode.BYPASS, fresh(), "slow");
    awaitFile("wait");
    agent.send(new AgentMessage.Interrupt());
    assertThat(turn(agent)).isEqualTo(new TurnResult.Interrupted());

    agent.send(new AgentMessage.Say("PLAY:none Never mind."));
    assertThat(turn(agent)).isEqualTo(new TurnResult.Completed());
    assertThat(api.calls().getLast().mentions("Never mind.")).isTrue();
  }

  @Test
  void nothingOfItIsLeftWhenItIsStopped() {
    RunnerAgent agent = start(1, LaunchMode.BYPASS, fresh(), "slow");
    awaitFile("wait");
    List<ProcessHandle> all = agent.shim().descendants().toList();
    assertThat(all).isNotEmpty();

    agent.kill();

    all.forEach(process -> process.onExit().orTimeout(30, TimeUnit.SECONDS).join());
  }

  @Test
  void anotherProcessGoesOnWithTheConversation() throws Exception {
    RunnerAgent agent = start(1, LaunchMode.BYPASS, fresh(), "note");
    String id = agent.await(AgentSignal.Identified.class).agentSessionId();
    assertThat(turn(agent)).isEqualTo(new TurnResult.Completed());
    agent.kill();
    program().awaitResumable();
    assertRemembered(id);
  }

  @Test
  void aConversationGoesOnThatWasKilledInTheMiddleOfATurn() throws Exception {
    Requirement.skipUnless(
        program().isCareful(),
        program().profile().name() + " has nothing on the disk of a turn that runs");
    RunnerAgent agent = start(1, LaunchMode.BYPASS, fresh(), "stall");
    String id = agent.await(AgentSignal.Identified.class).agentSessionId();
    awaitFile("steps.txt");
    api.awaitStall(60);
    agent.kill();
    program().awaitResumable();
    assertRemembered(id);
  }

  private void assertRemembered(String id) {
    RunnerAgent resumed = start(2, LaunchMode.BYPASS, new Conversation.Resumed(id), "recall");
    assertThat(turn(resumed)).isEqualTo(new TurnResult.Completed());
    assertThat(((AgentSignal.Identified) resumed.signals().getFirst()).agentSessionId())
        .isEqualTo(id);
    assertThat(resumed.pulse().activity()).contains("I remember the steps.");
    assertThat(workspace.resolve("steps.txt")).hasContent("one");
  }

  @Test
  void whatItSaidBeforeIsNotSaidAgain() throws Exception {
    RunnerAgent agent = start(1, LaunchMode.BYPASS, fresh(), "work");
    assertThat(turn(agent)).isEqualTo(new TurnResult.Completed());
    String id = ((AgentSignal.Identified) agent.signals().getFirst()).agentSessionId();
    agent.end();
    program().awaitResumable();

    RunnerAgent resumed = start(2, LaunchMode.BYPASS, new Conversation.Resumed(id), "recall");
    assertThat(turn(resumed)).isEqualTo(new TurnResult.Completed());
    assertThat(resumed.signals())
        .filteredOn(signal -> !(signal instanceof AgentSignal.Identified))
        .containsExactly(new AgentSignal.TurnEnded(new TurnResult.Completed()));
  }

  @Test
  void aRefusedKeyEndsTheTurn() {
    RunnerAgent agent = start(1, LaunchMode.BYPASS, fresh(), "no-key");

    assertThat(turn(agent)).isInstanceOf(TurnResult.ServiceFailed.class);
    assertThat(agent.isAlive()).isTrue();
  }

  @Test
  void aBrokenServiceEndsTheTurn() {
    Requirement.skipUnless(
        !program().isPatient(), program().profile().name() + " tries again for minutes");
    RunnerAgent agent = start(1, LaunchMode.BYPASS, fresh(), "broken");

    assertThat(turn(agent)).isInstanceOf(TurnResult.ServiceFailed.class);
    assertThat(agent.isAlive()).isTrue();
  }

  @Test
  void itStopsByItselfAtItsBudget() {
    Requirement.skipUnless(can(Capability.BUDGET), program().profile().name() + " knows no budget");
    RunnerAgent agent = start(order(1, LaunchMode.BYPASS, fresh(), "spend", new Usd(1)));

    assertThat(turn(agent)).isInstanceOf(TurnResult.LimitReached.class);
    assertThat(agent.pulse().microUsd()).isGreaterThanOrEqualTo(10_000);
  }

  @Test
  void aRateLimitEndsTheTurnWhenTriesAreOver() {
    Requirement.skipUnless(
        !program().isPatient(), program().profile().name() + " tries again for minutes");
    RunnerAgent agent = start(1, LaunchMode.BYPASS, fresh(), "limited");

    assertThat(turn(agent)).isInstanceOf(TurnResult.ServiceFailed.class);
    assertThat(agent.isAlive()).isTrue();
  }

  /** Waits until a tool has made a file. */
  private Path awaitFile(String name) {
    Path file = workspace.resolve(name);
    agents.getLast().until(name, () -> Files.exists(file));
    return file;
  }
}
