package dev.signalbox.runner.local;

import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.Usd;
import dev.signalbox.runner.AgentRunner;
import dev.signalbox.runner.Dialect;
import dev.signalbox.runner.Exchange;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.SessionTools;
import dev.signalbox.runner.scripted.ScriptedDialect;
import dev.signalbox.sandbox.Sandbox;
import dev.signalbox.sandbox.SandboxSpec;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A state folder, a workspace and scripts below one temporary folder. Agents run as nobody when the
 * tests run as root.
 */
record ScriptedSite(Path root) {
  static final AgentId AGENT = new AgentId("scripted");
  static final SessionKey SESSION = new SessionKey(new RunId("run-1"), new SessionId("S-A"));
  private static final List<String> NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  static ScriptedSite in(Path folder) throws IOException {
    ScriptedSite site = new ScriptedSite(folder.toRealPath());
    Files.setPosixFilePermissions(site.root, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String name : List.of("scripts", "home", "workspace", "memory", "state folder")) {
      Files.createDirectories(site.root.resolve(name));
    }
    for (String name : List.of("home", "workspace", "memory")) {
      give(site.root.resolve(name));
    }
    return site;
  }

  /** Lets every user use a file. */
  static void give(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  AgentRunner runner() {
    return runner(dialect(), Sandboxes.NONE, user());
  }

  /** Without a user of its own for the agent. */
  AgentRunner runnerWithoutUser() {
    return runner(new OneCommand(List.of("true"), List.of()), Sandboxes.NONE, List.of());
  }

  /** With walls. */
  AgentRunner runner(Sandbox sandbox) {
    return runner(dialect(), sandbox, user());
  }

  /** With an agent that is one command. */
  AgentRunner runner(List<String> command, List<Path> writable) {
    return runner(new OneCommand(command, writable), Sandboxes.NONE, user());
  }

  /** With an agent that is one command, and walls. */
  AgentRunner runner(List<String> command, Sandbox sandbox) {
    return runner(new OneCommand(command, List.of()), sandbox, user());
  }

  /** A command as the user that agents run as. */
  static List<String> asUser(List<String> command) {
    return Stream.concat(user().stream(), command.stream()).toList();
  }

  AttemptFolder folder(AttemptKey attempt) {
    return AttemptFolder.of(root.resolve("state folder"), attempt);
  }

  void script(String... steps) {
    try {
      Files.writeString(
          root.resolve("scripts").resolve("S-A.script"), String.join("\n", steps) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LaunchOrder order(int attempt, LaunchOrder.Conversation conversation) {
    return new LaunchOrder(
        new AttemptKey(SESSION, attempt),
        AGENT,
        new LaunchOrder.Setting(
            root.resolve("workspace"),
            root.resolve("workspace"),
            LaunchMode.BYPASS,
            Optional.of("small"),
            Optional.empty(),
            Optional.of(new Usd(5))),
        "SHOP-1 1A \"gates\"",
        conversation,
        "Do it.\nAll of it \\ now.");
  }

  /** With an agent of another dialect. */
  AgentRunner runner(Dialect dialect) {
    return runner(dialect, Sandboxes.NONE, user());
  }

  private AgentRunner runner(Dialect dialect, Sandbox sandbox, List<String> user) {
    return new LocalAgentRunner(
        new LocalSetup(
            root.resolve("state folder"),
            List.of(),
            Map.of(AGENT, dialect),
            sandbox,
            Map.of(
                "PATH",
                Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin"),
                "HOME",
                root.resolve("home").toString(),
                "SECRET_TOKEN",
                "x",
                "IS_SANDBOX",
                "1"),
            user));
  }

  private Dialect dialect() {
    return new ScriptedDialect(root.resolve("memory"), root.resolve("scripts"), SessionTools.NONE);
  }

  private static List<String> user() {
    return System.getProperty("user.name").equals("root") ? NOBODY : List.of();
  }

  /** No walls here. */
  static final class Sandboxes {
    static final Sandbox NONE =
        new Sandbox() {
          @Override
          public Optional<String> unavailable() {
            return Optional.of("not here");
          }

          @Override
          public List<String> wrap(SandboxSpec spec, List<String> command) {
            throw new IllegalStateException("expected no walls");
          }
        };

    private Sandboxes() {}
  }

  /** A program that says nothing that anybody understands. */
  record OneCommand(List<String> words, List<Path> writable) implements Dialect {
    @Override
    public List<String> command(LaunchOrder order) {
      return words;
    }

    @Override
    public Map<String, String> environment(LaunchOrder order, Map<String, String> inherited) {
      return Map.of("IS_SANDBOX", "1");
    }

    @Override
    public List<Path> writableFolders(Map<String, String> inherited) {
      return writable;
    }

    @Override
    public Exchange exchange(LaunchOrder order) {
      return new ScriptedDialect(Path.of("."), Path.of("."), SessionTools.NONE).exchange(order);
    }

    @Override
    public List<dev.signalbox.session.Spoken> shown(String line) {
      return List.of();
    }
  }
}
