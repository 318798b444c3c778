package dev.signalbox.runner.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.runner.AgentRunner;
import dev.signalbox.runner.Following;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.Liveness;
import dev.signalbox.runner.ProcessIdentity;
import dev.signalbox.runner.StartOutcome;
import dev.signalbox.runner.StopManner;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Question;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signalbox is killed at once, in the middle of its work, and another one goes on. */
class EngineKilledTest {
  private final String conversation = UUID.randomUUID().toString();
  @TempDir Path folder;

  @Test
  void anAgentDoesNotNoticeAndAnotherSignalboxGoesOn() throws Exception {
    ScriptedSite site = ScriptedSite.in(folder);
    site.script("start", "ask-permission Bash ls", "complete");
    Process engine = engine(site);
    String line = engine.inputReader(StandardCharsets.UTF_8).readLine();
    assertThat(line).startsWith("started ");
    engine.destroyForcibly().waitFor();

    LaunchOrder order = site.order(1, new LaunchOrder.Conversation.Fresh(conversation));
    AgentRunner runner = site.runner();
    try {
      ProcessIdentity identity = ((Liveness.Running) runner.look(order.attempt())).identity();
      assertThat(line).isEqualTo("started " + identity.pid());
      assertThat(runner.start(order)).isEqualTo(new StartOutcome.Started(identity));
      Following following = new Following(runner.open(order.attempt(), 0));
      Question.Permission question = following.question(Question.Permission.class);
      runner.send(order.attempt(), 1, new AgentMessage.Allow(question.id()));
      following.next(AgentSignal.TaskCompleted.class);
      runner.send(order.attempt(), 2, new AgentMessage.EndInput());
      Following.await("the end", () -> runner.look(order.attempt()) instanceof Liveness.Over);
      assertThat(runner.look(order.attempt()))
          .isEqualTo(new Liveness.Over(new AgentExit.Ended(0, "")));
    } finally {
      runner.stop(order.attempt(), StopManner.FORCED);
    }
  }

  @Test
  void aStartThatWasKilledBeforeItsProcessWasThereIsDoneAgain() throws IOException {
    ScriptedSite site = ScriptedSite.in(folder);
    site.script("start");
    LaunchOrder order = site.order(1, new LaunchOrder.Conversation.Fresh(conversation));
    AttemptFolder attempt = site.folder(order.attempt());
    attempt.create();
    attempt.publishOnce(
        attempt.order(),
        OrderJson.write(new StartedAttempt(order, "mark", ProcessTable.bootId(), false, false)));
    AgentRunner runner = site.runner();
    assertThat(runner.look(order.attempt())).isEqualTo(new Liveness.NotStarted());
    try {
      assertThat(runner.start(order)).isInstanceOf(StartOutcome.Started.class);
      new Following(runner.open(order.attempt(), 0)).next(AgentSignal.StartConfirmed.class);
    } finally {
      runner.stop(order.attempt(), StopManner.FORCED);
    }
  }

  @Test
  void aStartThatWasStoppedBeforeItsProcessWasThereIsNeverDone() throws IOException {
    ScriptedSite site = ScriptedSite.in(folder);
    LaunchOrder order = site.order(1, new LaunchOrder.Conversation.Fresh(conversation));
    AttemptFolder attempt = site.folder(order.attempt());
    attempt.create();
    attempt.publishOnce(
        attempt.order(),
        OrderJson.write(new StartedAttempt(order, "mark", ProcessTable.bootId(), false, false)));
    AgentRunner runner = site.runner();
    runner.stop(order.attempt(), StopManner.FORCED);
    assertThat(runner.start(order)).isInstanceOf(StartOutcome.Started.class);
    assertThat(runner.look(order.attempt())).isEqualTo(new Liveness.Over(new AgentExit.Vanished()));
    assertThat(attempt.out()).doesNotExist();
  }

  @Test
  void whatWasStartedBeforeTheMachineRestartedIsGone() throws IOException {
    ScriptedSite site = ScriptedSite.in(folder);
    site.script("start");
    LaunchOrder order = site.order(1, new LaunchOrder.Conversation.Fresh(conversation));
    AttemptFolder attempt = site.folder(order.attempt());
    attempt.create();
    attempt.publishOnce(
        attempt.order(), OrderJson.write(new StartedAttempt(order, "mark", "other", false, false)));
    AgentRunner runner = site.runner();
    assertThat(runner.look(order.attempt())).isEqualTo(new Liveness.Over(new AgentExit.Vanished()));
    assertThat(site.runner().start(order)).isInstanceOf(StartOutcome.Started.class);
    assertThat(attempt.out()).doesNotExist();
  }

  @Test
  void aProcessWithThePidOfAShimIsNotTakenForIt() throws IOException {
    ScriptedSite site = ScriptedSite.in(folder);
    LaunchOrder order = site.order(1, new LaunchOrder.Conversation.Fresh(conversation));
    AttemptFolder attempt = site.folder(order.attempt());
    attempt.create();
    attempt.publishOnce(
        attempt.order(),
        OrderJson.write(new StartedAttempt(order, "mark", ProcessTable.bootId(), false, false)));
    Process other = new ProcessBuilder("sleep", "600").start();
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(other.pid()), "stat"));
      String ticks = ProcessStat.parse(stat).orElseThrow().startTicks();
      // Even its start time is right; only its arguments are another program's.
      String shim = other.pid() + " " + ProcessTable.bootId() + " " + ticks + "\n";
      Files.writeString(attempt.path().resolve("shim"), shim);
      assertThat(site.runner().look(order.attempt()))
          .isEqualTo(new Liveness.Over(new AgentExit.Vanished()));
      assertThat(other.isAlive()).isTrue();
      String late = other.pid() + " " + ProcessTable.bootId() + " " + ticks + "1\n";
      Files.writeString(attempt.path().resolve("pid"), late);
      site.runner().stop(order.attempt(), StopManner.FORCED);
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroyForcibly();
    }
  }

  private Process engine(ScriptedSite site) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                EngineProgram.class.getName(),
                site.root().toString(),
                conversation))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Of these tests, also where a launcher loads them by a class loader of its own. */
  private static String classPath() {
    return EngineKilledTest.class.getClassLoader() instanceof URLClassLoader loader
        ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(":"))
        : System.getProperty("java.class.path");
  }
}
