package dev.signalbox.runner.local;

import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.runner.AgentRunner;
import dev.signalbox.runner.Dialect;
import dev.signalbox.runner.Exchange;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.ProcessIdentity;
import dev.signalbox.runner.SessionTools;
import dev.signalbox.runner.scripted.ScriptedDialect;
import dev.signalbox.sandbox.Sandbox;
import dev.signalbox.sandbox.bubblewrap.BubblewrapSandbox;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import dev.signalbox.session.Spoken;
import dev.signalbox.workspace.Merges;
import dev.signalbox.workspace.PrepareOutcome;
import dev.signalbox.workspace.TestRepository;
import dev.signalbox.workspace.WorkspaceOrder;
import dev.signalbox.workspace.Workspaces;
import dev.signalbox.workspace.git.CommandWalls;
import dev.signalbox.workspace.git.GitMerges;
import dev.signalbox.workspace.git.GitWorkspaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** A repository, its workspaces, a home and a state folder, with the real walls around agents. */
record WalledSite(Path root, TestRepository repository, Workspaces workspaces, Sandbox sandbox) {
  private static final AgentId AGENT = new AgentId("scripted");
  private static final String PATH =
      Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");

  /** Skips the test where no walls hold. */
  static WalledSite in(Path folder) throws IOException {
    Path root = folder.toRealPath();
    for (String name : List.of("home", "scripts", "state", "repository")) {
      Files.createDirectory(root.resolve(name));
    }
    Sandbox sandbox = new BubblewrapSandbox("bwrap", root.resolve("home"));
    Optional<String> reason = sandbox.unavailable();
    reason.ifPresent(text -> System.err.println("skipped: no walls here: " + text));
    Assumptions.assumeTrue(reason.isEmpty(), () -> "no walls here: " + reason.orElse(""));
    TestRepository repository = TestRepository.create(root.resolve("repository"));
    return with(root, repository, sandbox);
  }

  private static WalledSite with(Path root, TestRepository repository, Sandbox sandbox) {
    return new WalledSite(
        root,
        repository,
        GitWorkspaces.of(
            repository.folder(), root.resolve("workspaces"), commandWalls(root, sandbox)),
        sandbox);
  }

  /** The same with other walls. */
  WalledSite with(Sandbox other) {
    return with(root, repository, other);
  }

  /** As the engine puts them up around commands. */
  private static CommandWalls commandWalls(Path root, Sandbox sandbox) {
    return new CommandWalls(sandbox, List.of(root.resolve("state")), System.getenv());
  }

  Merges merges() {
    return GitMerges.of(repository.folder(), root.resolve("scratch"), commandWalls(root, sandbox));
  }

  /** With an agent that plays scripts. */
  AgentRunner runner() {
    return runner(
        new ScriptedDialect(
            root.resolve("home/memory"), root.resolve("scripts"), SessionTools.NONE));
  }

  /** With an agent that is a shell script, and a variable of its own. */
  AgentRunner runner(String script, Map<String, String> variables) {
    return runner(new ShellDialect(script, variables));
  }

  private AgentRunner runner(Dialect dialect) {
    return new LocalAgentRunner(
        new LocalSetup(
            root.resolve("state"),
            List.of(root.resolve("workspaces")),
            Map.of(AGENT, dialect),
            sandbox,
            Map.of("PATH", PATH, "HOME", root.resolve("home").toString()),
            List.of()));
  }

  /** What the sessions' agent plays. */
  void script(String... steps) {
    try {
      Files.writeString(root.resolve("scripts/default.script"), String.join("\n", steps) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  AttemptFolder folder(AttemptKey attempt) {
    return AttemptFolder.of(root.resolve("state"), attempt);
  }

  ProcessGroup group(AttemptKey attempt) {
    AttemptFolder attemptFolder = folder(attempt);
    return attemptFolder.text("order.json").map(OrderJson::read).orElseThrow().group(attemptFolder);
  }

  /** What lives of an attempt; by more than pids, which the system gives again. */
  Set<ProcessIdentity> living(AttemptKey attempt) {
    return identities(group(attempt).living());
  }

  static Set<ProcessIdentity> identities(Set<Long> pids) {
    return pids.stream()
        .flatMap(pid -> ProcessTable.identity(pid).stream())
        .collect(Collectors.toSet());
  }

  /** An order for a workspace, which is made if it is not there. */
  LaunchOrder order(String session, int attempt, LaunchOrder.Conversation conversation) {
    WorkspaceOrder wanted =
        new WorkspaceOrder(
            key(session), "main", "b-" + session, List.of(), Map.of(), Optional.empty());
    if (!(workspaces.prepare(wanted) instanceof PrepareOutcome.Ready ready)) {
      throw new AssertionError("expected a workspace for " + session);
    }
    return new LaunchOrder(
        new AttemptKey(key(session), attempt),
        AGENT,
        new LaunchOrder.Setting(
            ready.folder(),
            workspaces.sharedObjects(),
            LaunchMode.BYPASS,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        "SHOP-1 1A gates",
        conversation,
        "Do it.");
  }

  static SessionKey key(String session) {
    return new SessionKey(new RunId("run-1"), new SessionId(session));
  }

  private record ShellDialect(String script, Map<String, String> variables) implements Dialect {
    @Override
    public List<String> command(LaunchOrder order) {
      return List.of("/bin/sh", "-c", script);
    }

    @Override
    public Map<String, String> environment(LaunchOrder order, Map<String, String> inherited) {
      return variables;
    }

    @Override
    public List<Path> writableFolders(Map<String, String> inherited) {
      return List.of();
    }

    @Override
    public Exchange exchange(LaunchOrder order) {
      return new ScriptedDialect(Path.of("."), Path.of("."), SessionTools.NONE).exchange(order);
    }

    @Override
    public List<Spoken> shown(String line) {
      return List.of();
    }
  }
}
