package dev.signalbox.app;

import dev.signalbox.app.LocalCleaning.Task;
import dev.signalbox.cli.Cleaning.Item;
import dev.signalbox.cli.Cleaning.Wish;
import dev.signalbox.engine.Recorded;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.journal.JournalView;
import dev.signalbox.plan.AgentId;
import dev.signalbox.redaction.Redactor;
import dev.signalbox.runner.Dialect;
import dev.signalbox.runner.local.AttemptLog;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.CleanOutcome;
import dev.signalbox.workspace.git.CommandWalls;
import dev.signalbox.workspace.git.GitWorkspaces;
import dev.signalbox.workspace.git.Leftovers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of a state folder can go. */
final class Cleanable {
  private static final String OPEN = "its run is open; signalbox dispatch goes on with it";

  private final Path state;
  private final JournalView journal;
  private final LocalMachine machine;
  private final Map<AgentId, Dialect> dialects;
  private final RunHistory history;

  /**
   * A look at a state folder for which no engine runs.
   *
   * @param journal read now only, not when something is removed
   */
  Cleanable(Path state, JournalView journal, LocalMachine machine) {
    this.state = state;
    this.journal = journal;
    this.machine = machine;
    this.dialects = machine.dialects(state, state);
    this.history = new RunHistory(journal);
  }

  List<Task> tasks(Wish wish) {
    List<Task> tasks = new ArrayList<>();
    for (SessionKey session : GitWorkspaces.under(workspaces())) {
      if (wish.run().map(session.run()::equals).orElse(true)) {
        tasks.add(workspace(session));
      }
    }
    tasks.addAll(new CleanableRecords(journal, machine).tasks(wish.run()));
    if (wish.run().isEmpty()) {
      for (Path left : Leftovers.in(state.resolve("scratch"), workspaces())) {
        tasks.add(removing("leftover " + state.relativize(left), left));
      }
    }
    if (wish.outputDays().isPresent()) {
      Instant before =
          machine.clock().instant().minus(Duration.ofDays(wish.outputDays().getAsInt()));
      for (RunId run : wish.run().map(List::of).orElseGet(journal::runs)) {
        output(run, before).ifPresent(tasks::add);
      }
    }
    return tasks;
  }

  private Path workspaces() {
    return state.resolve("workspaces");
  }

  private static Task removing(String what, Path folder) {
    return new Task(new Item(what, Optional.empty()), () -> Leftovers.remove(folder));
  }

  private Task workspace(SessionKey session) {
    String what = "workspace of " + session;
    Optional<RunSpec> spec = history.state(session.run()).spec();
    if (spec.isEmpty()) {
      return Task.keeping(what, "no run of the journal has that name");
    }
    if (isOpen(session.run())) {
      return Task.keeping(what, OPEN);
    }
    if (lives(session)) {
      return Task.keeping(what, "its agent still runs");
    }
    try {
      RunSpec.Target target = spec.get().target();
      CommandWalls walls =
          new CommandWalls(machine.sandbox(), List.of(state), machine.environment());
      GitWorkspaces git = GitWorkspaces.of(Path.of(target.repository()), workspaces(), walls);
      return new Task(
          new Item(what, git.wouldLose(session, target.base())),
          () -> kept(git.clean(session, target.base())));
    } catch (SignalboxException e) {
      return Task.keeping(what, String.valueOf(e.getMessage()));
    }
  }

  private static Optional<String> kept(CleanOutcome outcome) {
    return switch (outcome) {
      case CleanOutcome.Removed _, CleanOutcome.Absent _ -> Optional.empty();
      case CleanOutcome.Kept(String reason) -> Optional.of(reason);
    };
  }

  private boolean isOpen(RunId run) {
    return journal.openRuns().contains(run);
  }

  private boolean lives(SessionKey session) {
    int last = AttemptLog.last(state, session).orElse(0);
    return last > 0
        && AttemptLog.of(state, dialects, Redactor.OF_FORMS, new AttemptKey(session, last))
            .map(log -> log.exit().isEmpty())
            .orElse(false);
  }

  private Optional<Task> output(RunId run, Instant before) {
    Path folder = state.resolve("sessions").resolve(run.value());
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    String what = "what the agents of " + run + " wrote";
    if (isOpen(run)) {
      return Optional.of(Task.keeping(what, OPEN));
    }
    Recorded last = history.of(run).facts().getLast();
    if (last.at().isAfter(before)) {
      return Optional.of(Task.keeping(what, "the run ended at " + last.at()));
    }
    boolean isLiving =
        history.state(run).sessions().keySet().stream()
            .anyMatch(session -> lives(new SessionKey(run, session)));
    return Optional.of(
        isLiving ? Task.keeping(what, "an agent still runs") : removing(what, folder));
  }
}
