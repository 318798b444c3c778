package dev.signalbox.runner.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.runner.AgentRunner;
import dev.signalbox.runner.AgentRunnerContractTest;
import dev.signalbox.runner.Following;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.Liveness;
import dev.signalbox.runner.StartOutcome;
import dev.signalbox.runner.StopManner;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.AttemptKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract with real processes, and what only they can do. */
class LocalAgentRunnerTest extends AgentRunnerContractTest {
  @TempDir Path folder;
  private ScriptedSite site;

  @BeforeEach
  void makeSite() throws IOException {
    site = ScriptedSite.in(folder);
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
    return site.order(attempt, conversation);
  }

  @Test
  void anAgentWhoseShimWasKilledIsEndedAndVanished() {
    script("tool 600", "start", "stall");
    AttemptKey attempt = start();
    follow(attempt).next(AgentSignal.StartConfirmed.class);
    Set<Long> before = living(attempt);
    assertThat(before).hasSizeGreaterThanOrEqualTo(4);
    long shim = ((Liveness.Running) runner().look(attempt)).identity().pid();
    assertThat(ProcessHandle.of(shim).orElseThrow().destroyForcibly()).isTrue();
    assertThat(exit(attempt)).isEqualTo(new AgentExit.Vanished());
    assertThat(ProcessTable.now().parents().keySet()).doesNotContainAnyElementsOf(before);
  }

  @Test
  void aForcedStopEndsToolsThatMadeSessionsOfTheirOwnAndLostTheirParents() {
    script("tool 600", "start", "exit 0");
    AttemptKey attempt = start();
    follow(attempt).next(AgentSignal.StartConfirmed.class);
    Following.await("the agent's end", () -> site.folder(attempt).exitCode().isPresent());
    assertThat(living(attempt)).isNotEmpty();
    assertThat(exit(attempt)).isEqualTo(new AgentExit.Ended(0, ""));
    assertThat(living(attempt)).isEmpty();
  }

  @Test
  void anAgentThatDoesNotReadKeepsNobodyWaiting() throws IOException {
    Path gate = folder.resolve("gate");
    script("start", "wait-for " + gate, "listen", "listen", "say ready");
    AttemptKey attempt = start();
    Following following = follow(attempt);
    following.next(AgentSignal.StartConfirmed.class);
    runner().send(attempt, 1, new AgentMessage.Say("x".repeat(1 << 20)));
    runner().send(attempt, 2, new AgentMessage.Say("after"));
    assertThat(runner().look(attempt)).isInstanceOf(Liveness.Running.class);
    Files.createFile(gate);
    following.activity("ready");
  }

  @Test
  void theEndOfAnAgentThatDoesNotReadIsNoticed() {
    script("start", "wait-for " + folder.resolve("never"));
    AttemptKey attempt = start();
    follow(attempt).next(AgentSignal.StartConfirmed.class);
    runner().send(attempt, 1, new AgentMessage.Say("x".repeat(1 << 20)));
    runner().stop(attempt, StopManner.GRACEFUL);
    assertThat(exit(attempt)).isEqualTo(new AgentExit.Ended(143, ""));
    assertThat(living(attempt)).isEmpty();
  }

  @Test
  void aMessageOfWhichOnlyTheDraftWasWrittenIsNotFed() throws IOException {
    script("listen", "say end");
    AttemptKey attempt = start();
    Files.writeString(site.folder(attempt).path().resolve("in").resolve(".1.new"), "say ha");
    site.folder(attempt).ring();
    runner().send(attempt, 1, new AgentMessage.Say("whole"));
    Following following = follow(attempt);
    following.activity("end");
    assertThat(Files.readString(site.folder(attempt).out()))
        .contains("Heard: whole")
        .doesNotContain("ha\"");
  }

  @Test
  void theAgentGetsOnlyWhatItMayHave() throws IOException {
    Path program = folder.resolve("show.sh");
    Files.writeString(program, "env >environment; ls -l /proc/$$/fd >descriptors\n");
    ScriptedSite.give(program);
    LaunchOrder order = order(1, new LaunchOrder.Conversation.Fresh(conversation));
    site.runner(List.of("/bin/sh", program.toString()), List.of()).start(order);
    assertThat(exit(order.attempt())).isEqualTo(new AgentExit.Ended(0, ""));
    Path workspace = order.setting().workspace();
    assertThat(Files.readAllLines(workspace.resolve("environment")))
        .map(line -> line.replaceAll("=.*", ""))
        .isSubsetOf(
            "HOME", "LANG", "LC_ALL", "PATH", "PWD", "OLDPWD", "_", "SHLVL", "SIGNALBOX_ATTEMPT");
    assertThat(Files.readString(workspace.resolve("descriptors")))
        .doesNotContain("bell")
        .doesNotContain(".jar");
  }

  @Test
  void bypassAsRootWithoutWallsIsRefused() {
    org.junit.jupiter.api.Assumptions.assumeTrue(
        System.getProperty("user.name").equals("root"), "only root is refused");
    LaunchOrder order = order(1, new LaunchOrder.Conversation.Fresh(conversation));
    assertThat(order.setting().mode()).isEqualTo(LaunchMode.BYPASS);
    assertThat(site.runnerWithoutUser().start(order))
        .isInstanceOfSatisfying(
            StartOutcome.Refused.class,
            refused ->
                assertThat(refused.reason())
                    .contains("sandbox", "not here", "install bubblewrap", "an ordinary user"));
    assertThat(runner().look(order.attempt())).isEqualTo(new Liveness.NotStarted());
    assertThat(site.folder(order.attempt()).path()).doesNotExist();
  }

  @Test
  void anAgentThatNobodyKnowsIsRefused() {
    LaunchOrder known = order(1, new LaunchOrder.Conversation.Fresh(conversation));
    LaunchOrder order =
        new LaunchOrder(
            known.attempt(), new AgentId("other"), known.setting(), "", known.conversation(), "");
    assertThat(runner().start(order)).isInstanceOf(StartOutcome.Refused.class);
  }

  private Set<Long> living(AttemptKey attempt) {
    AttemptFolder attemptFolder = site.folder(attempt);
    return attemptFolder
        .text("order.json")
        .map(OrderJson::read)
        .orElseThrow()
        .group(attemptFolder)
        .living();
  }
}
