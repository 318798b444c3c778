package dev.signalbox.runner.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.Usd;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.SessionTools;
import dev.signalbox.runner.local.LocalAgentRunner;
import dev.signalbox.runner.local.LocalSetup;
import dev.signalbox.runner.program.Household;
import dev.signalbox.runner.program.Installed;
import dev.signalbox.runner.program.Requirement;
import dev.signalbox.runner.program.RunnerAgent;
import dev.signalbox.sandbox.Sandbox;
import dev.signalbox.sandbox.bubblewrap.BubblewrapSandbox;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.TurnResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is Claude Code's own beside the contract of all programs: kept by a shim and inside walls;
 * where no walls hold, as another user.
 */
@Timeout(120)
class ClaudeRunnerIT extends ClaudeSite {
  private static final boolean IS_WALLED = walls(Path.of("/")).unavailable().isEmpty();

  private static Path executable = Path.of("");
  private final List<RunnerAgent> agents = new ArrayList<>();

  @BeforeAll
  static void install(@TempDir Path folder) throws IOException, InterruptedException {
    executable = Installed.CLAUDE.executable();
    if (!IS_WALLED) {
      System.err.println("without walls: " + walls(folder).unavailable().orElse(""));
      executable = Household.reachable(executable, folder);
    }
  }

  private static Sandbox walls(Path home) {
    return new BubblewrapSandbox("bwrap", home);
  }

  @Override
  boolean isWalled() {
    return IS_WALLED;
  }

  private RunnerAgent start(LaunchOrder order) {
    LocalSetup setup =
        new LocalSetup(
            folder.resolve("state"),
            List.of(),
            Map.of(
                new AgentId("claude"), new ClaudeDialect(executable.toString(), SessionTools.NONE)),
            walls(household.home()),
            household.inherited(),
            IS_WALLED ? List.of() : Household.userSwitch());
    RunnerAgent agent = new RunnerAgent(new LocalAgentRunner(setup), order);
    agents.add(agent);
    return agent;
  }

  @AfterEach
  void endAgents() {
    agents.forEach(RunnerAgent::kill);
  }

  @Test
  void bypassWritesAndCommits() throws Exception {
    String id = UUID.randomUUID().toString();
    RunnerAgent agent = start(order(1, LaunchMode.BYPASS, fresh(id), "work"));

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
  void aTurnIsInterruptedAndTheNextOneWorks() throws Exception {
    RunnerAgent agent = start(order(1, LaunchMode.BYPASS, fresh(), "slow"));

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
  void itsConversationGoesOnAfterItWasKilledInTheMiddleOfATurn() throws Exception {
    RunnerAgent agent = start(order(1, LaunchMode.BYPASS, fresh(), "stall"));
    String id = agent.await(AgentSignal.Identified.class).agentSessionId();
    api.awaitStall(30);

    assertThat(claude(agent.shim()).destroyForcibly()).isTrue();

    assertThat(agent.exit()).isEqualTo(new AgentExit.Ended(137, ""));
    assertRemembered(id);
  }

  @Test
  void itDiesWithItsShimAndItsConversationGoesOn() throws Exception {
    RunnerAgent agent = start(order(1, LaunchMode.BYPASS, fresh(), "stall"));
    String id = agent.await(AgentSignal.Identified.class).agentSessionId();
    api.awaitStall(30);
    ProcessHandle claude = claude(agent.shim());

    assertThat(agent.shim().destroyForcibly()).isTrue();

    if (IS_WALLED) {
      // Before anybody looks, which would end it.
      claude.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
    assertThat(agent.exit()).isEqualTo(new AgentExit.Vanished());
    claude.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    assertRemembered(id);
  }

  @Test
  void itsKeyIsInNoCommandLine() throws Exception {
    RunnerAgent agent = start(order(1, LaunchMode.BYPASS, fresh(), "stall"));
    api.awaitStall(30);

    List<ProcessHandle> all =
        Stream.concat(Stream.of(agent.shim()), agent.shim().descendants()).toList();
    assertThat(all).contains(claude(agent.shim()));
    String key = household.inherited().getOrDefault("ANTHROPIC_API_KEY", "");
    for (ProcessHandle process : all) {
      assertThat(Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline")))
          .isNotEmpty()
          .doesNotContain(key);
    }
  }

  @Test
  void itPlantsNothingForOtherConversations() throws Exception {
    Requirement.skipUnless(
        IS_WALLED, "no walls here, so nothing keeps the agent from its settings");
    Path config = household.home().resolve(".claude");
    Path hook = Files.createDirectories(config.resolve("hooks")).resolve("end.sh");
    Files.writeString(hook, "exit 0\n");
    RunnerAgent agent = start(order(1, LaunchMode.BYPASS, fresh(), "plant"));

    assertThat(agent.await(AgentSignal.TurnEnded.class).result())
        .isEqualTo(new TurnResult.Completed());
    assertThat(agent.end()).isZero();

    assertThat(workspace.resolve("tried.txt")).exists();
    assertThat(config.resolve("settings.json")).hasContent("{}");
    assertThat(hook).hasContent("exit 0");
  }

  private void assertRemembered(String id) {
    RunnerAgent resumed =
        start(order(2, LaunchMode.BYPASS, new LaunchOrder.Conversation.Resumed(id), "recall"));
    assertThat(resumed.await(AgentSignal.TurnEnded.class).result())
        .isEqualTo(new TurnResult.Completed());
    assertThat(resumed.signals()).filteredOn(AgentSignal.Identified.class::isInstance).hasSize(1);
    assertThat(resumed.pulse().activity()).contains("I remember the steps.");
    assertThat(api.calls().getLast().mentions("PLAY:stall")).isTrue();
    assertThat(resumed.end()).isZero();
    assertThat(workspace.resolve("steps.txt")).hasContent("one");
  }

  /** The program itself among all that a shim keeps. */
  private static ProcessHandle claude(ProcessHandle shim) {
    return shim.descendants()
        .filter(process -> programOf(process).equals(executable.getFileName().toString()))
        .findFirst()
        .orElseThrow();
  }

  private static String programOf(ProcessHandle process) {
    Optional<String> command = process.info().command();
    return command.map(Path::of).map(Path::getFileName).map(Path::toString).orElse("");
  }
}
