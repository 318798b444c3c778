package dev.signalbox.runner.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.signalbox.runner.AgentRunner;
import dev.signalbox.runner.Following;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.Liveness;
import dev.signalbox.runner.StopManner;
import dev.signalbox.sandbox.Sandbox;
import dev.signalbox.sandbox.SandboxSpec;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent inside a process namespace of its own, as bubblewrap makes it. */
class WallsTest {
  private static final List<String> WALLS =
      List.of(
          "bwrap",
          "--bind",
          "/",
          "/",
          "--dev",
          "/dev",
          "--proc",
          "/proc",
          "--unshare-pid",
          "--die-with-parent");

  private final List<SandboxSpec> specs = new ArrayList<>();
  @TempDir Path folder;
  private ScriptedSite site;
  private AgentRunner runner;
  private LaunchOrder order;

  @BeforeEach
  void makeSite() throws Exception {
    Process probe = new ProcessBuilder(ScriptedSite.asUser(with(WALLS, List.of("true")))).start();
    assumeTrue(probe.waitFor() == 0, "bubblewrap does not run here");
    site = ScriptedSite.in(folder);
    runner = site.runner(new ThinWalls(specs));
    order = site.order(1, new LaunchOrder.Conversation.Fresh(UUID.randomUUID().toString()));
  }

  @Test
  void theAgentSpeaksThroughThem() {
    site.script("start");
    runner.start(order);
    Following following = new Following(runner.open(order.attempt(), 0));
    following.next(AgentSignal.TurnEnded.class);
    runner.send(order.attempt(), 1, new AgentMessage.EndInput());
    assertThat(exit()).isEqualTo(new AgentExit.Ended(0, ""));
    SandboxSpec spec = specs.getLast();
    assertThat(spec.folder()).isEqualTo(order.setting().workspace());
    assertThat(spec.writable())
        .contains(order.setting().workspace(), site.root().resolve("memory"));
    assertThat(spec.hidden())
        .containsExactly(
            site.root().resolve("state folder"), order.setting().objects().getParent());
  }

  @Test
  void aGracefulStopReachesTheAgentInside() throws IOException {
    Path program = folder.resolve("polite.sh");
    java.nio.file.Files.writeString(
        program,
        "trap 'echo saved >&2; exit 5' TERM\necho up\nread -r a\nwhile read -r b; do :; done\n");
    runner = site.runner(List.of("/bin/sh", program.toString()), new ThinWalls(specs));
    runner.start(order);
    Following.await(
        "the agent", () -> site.folder(order.attempt()).text("out").orElse("").contains("up"));
    runner.stop(order.attempt(), StopManner.GRACEFUL);
    assertThat(exit()).isEqualTo(new AgentExit.Ended(5, "saved\n"));
  }

  @Test
  void nothingOutlivesTheShim() {
    site.script("tool 600", "start", "stall");
    runner.start(order);
    new Following(runner.open(order.attempt(), 0)).next(AgentSignal.StartConfirmed.class);
    AttemptFolder attempt = site.folder(order.attempt());
    ProcessGroup group =
        attempt.text("order.json").map(OrderJson::read).orElseThrow().group(attempt);
    Set<Long> before = group.living();
    assertThat(before).hasSizeGreaterThanOrEqualTo(5);
    long shim = group.livingShim().orElseThrow().pid();
    assertThat(ProcessHandle.of(shim).orElseThrow().destroyForcibly()).isTrue();
    assertThat(exit()).isEqualTo(new AgentExit.Vanished());
    Following.await(
        "the end of all",
        () -> Collections.disjoint(before, ProcessTable.now().parents().keySet()));
  }

  private AgentExit exit() {
    Following.await("the end", () -> runner.look(order.attempt()) instanceof Liveness.Over);
    return ((Liveness.Over) runner.look(order.attempt())).exit();
  }

  private static List<String> with(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /** Only the process namespace, and a note of what was asked for. */
  private record ThinWalls(List<SandboxSpec> specs) implements Sandbox {
    @Override
    public Optional<String> unavailable() {
      return Optional.empty();
    }

    @Override
    public List<String> wrap(SandboxSpec spec, List<String> command) {
      specs.add(spec);
      return with(WALLS, command);
    }
  }
}
