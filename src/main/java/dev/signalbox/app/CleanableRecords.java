package dev.signalbox.app;

import dev.signalbox.app.LocalCleaning.Task;
import dev.signalbox.cli.Cleaning.Item;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.journal.JournalView;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.git.KeptRecords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which review records can go: of runs that ended, those whose work is merged. */
final class CleanableRecords {
  private final JournalView journal;
  private final LocalMachine machine;
  private final Map<Path, Optional<Kept>> repositories = new HashMap<>();

  /** Of the runs that the journal tells of. */
  CleanableRecords(JournalView journal, LocalMachine machine) {
    this.journal = journal;
    this.machine = machine;
  }

  private record Kept(KeptRecords records, List<SessionKey> sessions) {}

  /** For one run, or for each. */
  List<Task> tasks(Optional<RunId> wished) {
    RunHistory history = new RunHistory(journal);
    List<RunId> open = journal.openRuns();
    List<Task> tasks = new ArrayList<>();
    for (RunId run : wished.map(List::of).orElseGet(journal::runs)) {
      if (!open.contains(run)) {
        history.of(run).spec().ifPresent(spec -> tasks.addAll(tasks(spec)));
      }
    }
    return tasks;
  }

  private List<Task> tasks(RunSpec spec) {
    Optional<Kept> kept =
        repositories.computeIfAbsent(Path.of(spec.target().repository()), this::kept);
    String base = spec.target().base();
    return kept.stream()
        .flatMap(it ->
            it.sessions().stream()
                .filter(session -> session.run().equals(spec.run()))
                .map(session -> task(it.records(), session, base)))
        .toList();
  }

  private static Task task(KeptRecords records, SessionKey session, String base) {
    return new Task(
        new Item("review record of " + session, records.need(session, base)),
        () -> records.remove(session, base));
  }

  /** Nothing where there is no repository any more. */
  private Optional<Kept> kept(Path repository) {
    try {
      KeptRecords records = KeptRecords.in(repository, machine.environment());
      return Optional.of(new Kept(records, records.sessions()));
    } catch (SignalboxException _) {
      return Optional.empty();
    }
  }
}
