package dev.signalbox.bench;

import dev.signalbox.engine.Bounds;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.SessionScope;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.engine.SessionState;
import dev.signalbox.journal.Journal;
import dev.signalbox.journal.folder.StateFolder;
import dev.signalbox.journal.memory.MemoryApprovedCommands;
import dev.signalbox.journal.sqlite.SqliteClaims;
import dev.signalbox.journal.sqlite.SqliteJournal;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.Deliverable;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.registry.file.PlanFileRegistry;
import dev.signalbox.runner.local.LocalAgentRunner;
import dev.signalbox.runner.local.LocalSetup;
import dev.signalbox.runner.scripted.ScriptedDialect;
import dev.signalbox.runtime.EngineLoop;
import dev.signalbox.runtime.JournalStore;
import dev.signalbox.runtime.Ports;
import dev.signalbox.runtime.Snapshot;
import dev.signalbox.sandbox.none.NoSandbox;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * An engine with many scripted agents that wait: {@code begin}, {@code restart} or {@code clean},
 * then a folder and a number of sessions. Workspaces are empty folders, without git.
 */
public final class Crowd {
  private static final RunId RUN = new RunId("crowd-1");
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private final StateFolder state;
  private final int sessions;

  private Crowd(Path folder, int sessions) {
    this.state = StateFolder.open(folder);
    this.sessions = sessions;
  }

  /** Prints what it measured, one line each. */
  public static void main(String[] args) throws IOException {
    if (args[0].equals("clean")) {
      Processes.killMarked(Path.of(args[1]));
      return;
    }
    Crowd crowd = new Crowd(Path.of(args[1]), Integer.parseInt(args[2]));
    crowd.run(args[0].equals("restart"));
    // Threads that wait for children would keep this process; the agents are to outlive it.
    System.exit(0);
  }

  private void run(boolean isRestart) throws IOException {
    Files.createDirectories(state.path().resolve("scripts"));
    Files.writeString(state.path().resolve("scripts/default.script"), "start\nlisten\n");
    Instant opened = Instant.now();
    try (Journal journal = SqliteJournal.open(state.journal());
        SqliteClaims claims = (SqliteClaims) SqliteClaims.open(state.journal());
        EngineLoop loop =
            EngineLoop.start(
                past(journal, opened),
                new JournalStore(journal, RUN),
                ports(claims),
                Clock.systemUTC())) {
      if (!isRestart) {
        loop.submit(new Input.OpenRun(spec(), "bench", true));
      }
      until(loop, isRestart ? this::isHeard : this::isWorking);
      Instant ready = Instant.now();
      Instant born = ProcessHandle.current().info().startInstant().orElse(opened);
      Processes.print(isRestart ? "all re-adopted after opening" : "all work after", opened, ready);
      Processes.print("the same from the start of the process", born, ready);
      Processes.printCpu();
      Processes.printOwn(LOOK);
      if (!isRestart) {
        Processes.printMarked(state.path());
      }
    }
  }

  private static EngineLoop.Past past(Journal journal, Instant opened) {
    EngineLoop.Past past = JournalStore.past(journal, RUN);
    Processes.print(
        "%,d facts read after opening".formatted(past.facts().size()), opened, Instant.now());
    return past;
  }

  private boolean isWorking(Snapshot now) {
    return now.state().sessions().size() == sessions
        && now.state().sessions().values().stream()
            .allMatch(session -> session.state() instanceof SessionState.Working);
  }

  private boolean isHeard(Snapshot now) {
    return now.live().size() == sessions;
  }

  private static void until(EngineLoop loop, Predicate<Snapshot> condition) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.test(loop.look())) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("expected all sessions to be there in " + PATIENCE);
      }
      LockSupport.parkNanos(Limits.LOOK_PAUSE.toNanos());
    }
  }

  private Ports ports(SqliteClaims claims) {
    Path folder = state.path();
    return new Ports(
        new LocalAgentRunner(
            new LocalSetup(
                folder,
                List.of(),
                Map.of(
                    new AgentId("scripted"),
                    new ScriptedDialect(folder.resolve("memory"), folder.resolve("scripts"))),
                new NoSandbox("a benchmark"),
                System.getenv(),
                List.of())),
        new EmptyWorkspaces(folder.resolve("workspaces")),
        new NoMerges(),
        claims,
        new MemoryApprovedCommands(),
        new PlanFileRegistry());
  }

  private RunSpec spec() {
    List<SessionSpec> specs = new ArrayList<>();
    for (int i = 1; i <= sessions; i++) {
      specs.add(session(i));
    }
    Duration day = Duration.ofDays(1);
    return new RunSpec(
        RUN,
        new RunSpec.Source("", "0".repeat(64), Optional.empty()),
        new RunSpec.Target(
            state.path().toString(),
            "main",
            Optional.of("true"),
            Optional.empty(),
            false,
            List.of()),
        new Bounds(sessions, true, false, Optional.empty(), Optional.empty(), day, day),
        "the table",
        specs,
        List.of(specs.stream().map(SessionSpec::id).toList()));
  }

  private static SessionSpec session(int number) {
    return new SessionSpec(
        new SessionId(SessionName.of(number)),
        new PhaseId("P" + number),
        new IssueId("BENCH-" + number),
        new SessionSpec.Work(
            "Phase", ExecMode.QUICK, Deliverable.CODE, Optional.empty(), SessionScope.EVERYTHING),
        new SessionSpec.Handling(
            new AgentId("scripted"),
            LaunchMode.ASK,
            "BENCH-" + number,
            "bench-" + number,
            Optional.empty(),
            Optional.empty()),
        new SessionSpec.Order(List.of(), List.of()),
        "Wait");
  }
}
