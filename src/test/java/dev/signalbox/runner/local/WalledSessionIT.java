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
import dev.signalbox.session.AttemptKey;
import dev.signalbox.workspace.ExitLook;
import dev.signalbox.workspace.TakeInOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an agent inside the real walls, in a real workspace, can and cannot do. */
@Timeout(120)
class WalledSessionIT {
  @TempDir(factory = BuildFolder.class)
  Path folder;

  private final List<AttemptKey> attempts = new ArrayList<>();
  private WalledSite site;

  @BeforeEach
  void makeSite() throws IOException {
    site = WalledSite.in(folder);
  }

  @AfterEach
  void stopAll() {
    attempts.forEach(attempt -> site.runner().stop(attempt, StopManner.FORCED));
  }

  private AttemptKey start(AgentRunner runner) {
    LaunchOrder order =
        site.order("S-A", 1, new LaunchOrder.Conversation.Fresh(UUID.randomUUID().toString()));
    attempts.add(order.attempt());
    assertThat(runner.start(order)).isInstanceOf(StartOutcome.Started.class);
    return order.attempt();
  }

  private static AgentExit exit(AgentRunner runner, AttemptKey attempt) {
    Following.await("the end", () -> runner.look(attempt) instanceof Liveness.Over);
    return ((Liveness.Over) runner.look(attempt)).exit();
  }

  /** What a shell script in the place of the agent prints. */
  private String printed(String script) {
    AgentRunner runner = site.runner(script, Map.of());
    AttemptKey attempt = start(runner);
    assertThat(exit(runner, attempt)).isEqualTo(new AgentExit.Ended(0, ""));
    return site.folder(attempt).text("out").orElse("");
  }

  @Test
  void itsWorkIsCommittedAndTakenIn() {
    site.script("start", "write a.txt hello", "commit Add a", "complete");
    AgentRunner runner = site.runner();
    AttemptKey attempt = start(runner);
    new Following(runner.open(attempt, 0)).next(AgentSignal.TurnEnded.class);
    runner.send(attempt, 1, new AgentMessage.EndInput());
    assertThat(exit(runner, attempt)).isInstanceOf(AgentExit.Ended.class);

    ExitLook look = site.workspaces().look(WalledSite.key("S-A"), "b-S-A");
    assertThat(look.commits()).isEqualTo(1);
    assertThat(look.uncommitted()).isEmpty();
    assertThat(site.workspaces().takeIn(WalledSite.key("S-A"), "b-S-A", "main"))
        .isEqualTo(new TakeInOutcome.TakenIn(look.tip().orElseThrow(), List.of("a.txt")));
  }

  @Test
  void itSeesItsOwnWorkspaceAndNothingOfTheOthers() throws IOException {
    site.order("S-B", 1, new LaunchOrder.Conversation.Fresh("other"));
    Files.writeString(site.root().resolve("state/token"), "s");
    Files.writeString(site.root().resolve("home/private"), "s");
    String script =
        "ls -a %1$s/workspaces %1$s/workspaces/run-1; ls %1$s/state/token %1$s/home 2>&1; git log --format=%%s"
            .formatted(site.root());

    assertThat(printed(script).replace(site.root().toString(), "R"))
        .isEqualTo(
            """
            R/workspaces:
            .
            ..
            run-1

            R/workspaces/run-1:
            .
            ..
            S-A
            ls: cannot access 'R/state/token': No such file or directory
            R/home:
            change README.md
            """);
  }

  @Test
  void itWritesNothingInTheRepository() {
    String before = site.repository().git("rev-parse", "main");
    String config = site.repository().git("config", "--list", "--local");
    String script =
        """
        for file in .git/config .git/hooks/post-checkout .git/objects/x .git/refs/heads/b README.md; do
          (echo x >>"%1$s/$file") 2>/dev/null && echo "wrote $file"
        done
        git --git-dir=%1$s/.git update-ref refs/heads/moved HEAD 2>/dev/null && echo moved
        git config user.name me && echo own
        """
            .formatted(site.repository().folder());

    // Where the walls show an empty folder in place of the repository, what is written is gone.
    assertThat(printed(script)).endsWith("own\n").doesNotContain("moved");
    assertThat(site.repository().git("config", "--list", "--local")).isEqualTo(config);
    assertThat(site.repository().git("rev-parse", "main")).isEqualTo(before);
    assertThat(site.repository().git("branch", "--list", "moved")).isEmpty();
    assertThat(site.repository().git("status", "--porcelain")).isEmpty();
  }

  @Test
  void aSecretIsSeenInsideAndInNoCommandLine() throws IOException {
    AgentRunner runner =
        site.runner(
            "echo $API_KEY; sleep 1000 & read -r prompt; read -r end",
            Map.of("API_KEY", "sesame-4711"));
    AttemptKey attempt = start(runner);
    Following.await(
        "the agent", () -> site.folder(attempt).text("out").orElse("").equals("sesame-4711\n"));

    // What the shim starts for a moment has no command line any more when it is about to end.
    List<String> commandLines = new ArrayList<>();
    Following.await(
        "only what lasts",
        () -> {
          commandLines.clear();
          site.group(attempt).living().forEach(pid -> commandLines.add(commandLine(pid)));
          return !commandLines.contains("");
        });
    assertThat(commandLines)
        .hasSizeGreaterThanOrEqualTo(5)
        .noneMatch(line -> line.contains("sesame"));
  }

  /** Empty for a process that is gone or going. */
  private static String commandLine(long pid) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
    } catch (IOException _) {
      return "";
    }
  }

  @Test
  void aForcedStopLeavesNothing() {
    AttemptKey attempt = startedWithATool();
    Set<ProcessIdentity> before = site.living(attempt);

    site.runner().stop(attempt, StopManner.FORCED);

    assertThat(before).noneMatch(ProcessTable::lives);
    assertThat(exit(site.runner(), attempt)).isEqualTo(new AgentExit.Ended(137, ""));
  }

  @Test
  void theAgentAndItsToolsDieWithTheShimAndNobodyHasToEndThem() {
    AttemptKey attempt = startedWithATool();
    ProcessGroup group = site.group(attempt);
    long agent = site.folder(attempt).agent().orElseThrow().pid();
    Set<ProcessIdentity> inside =
        WalledSite.identities(ProcessTable.now().withDescendants(Set.of(agent)));
    assertThat(inside).hasSizeGreaterThanOrEqualTo(4);

    long shim = group.livingShim().orElseThrow().pid();
    assertThat(ProcessHandle.of(shim).orElseThrow().destroyForcibly()).isTrue();

    // Nothing of Signalbox looks meanwhile, which would end what is left.
    Following.await("the end of all inside", () -> inside.stream().noneMatch(ProcessTable::lives));
    assertThat(exit(site.runner(), attempt)).isEqualTo(new AgentExit.Vanished());
    assertThat(group.living()).isEmpty();
  }

  private AttemptKey startedWithATool() {
    site.script("tool 600", "start", "stall");
    AgentRunner runner = site.runner();
    AttemptKey attempt = start(runner);
    new Following(runner.open(attempt, 0)).next(AgentSignal.StartConfirmed.class);
    return attempt;
  }
}
