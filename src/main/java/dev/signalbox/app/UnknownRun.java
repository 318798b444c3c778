package dev.signalbox.app;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.journal.JournalView;
import dev.signalbox.journal.folder.StateFolder;
import dev.signalbox.journal.sqlite.SqliteJournal;
import dev.signalbox.session.RunId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What somebody is told who asks for a run that is not there: which runs are. */
final class UnknownRun {
  static final String OTHER_FOLDER = "name another state folder with --state FOLDER";

  private static final int RUNS_NAMED = 10;
  private static final String NO_RUNS = "start one with signalbox dispatch PLAN";

  private UnknownRun() {}

  /**
   * The failure, with the latest runs of the state folder as a hint.
   *
   * @param named the run that was asked for; empty for any
   */
  static SignalboxException in(Path state, Optional<RunId> named) {
    return new SignalboxException(
        ErrorCode.RECORD_MISSING,
        "expected %s in %s, found none"
            .formatted(named.map(id -> "the run " + id).orElse("a run"), state),
        List.of(known(state), OTHER_FOLDER));
  }

  private static String known(Path state) {
    Optional<JournalView> view = SqliteJournal.view(StateFolder.at(state).journal());
    if (view.isEmpty()) {
      return NO_RUNS;
    }
    try (JournalView journal = view.get()) {
      List<String> runs = new RunHistory(journal).latest(RUNS_NAMED);
      return runs.isEmpty() ? NO_RUNS : "name one of the latest runs: " + String.join(", ", runs);
    }
  }
}
