package dev.signalbox.journal.sqlite;

import dev.signalbox.journal.JournalView;
import dev.signalbox.journal.StoredFact;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.RunId;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;

/** What the file tells. Reading waits for no writer, and no writer for reading. */
class SqliteJournalView implements JournalView {
  private final Database database;

  SqliteJournalView(Database database) {
    this.database = database;
  }

  @Override
  public List<StoredFact> read(RunId run) {
    return database.read(connection -> FactRows.of(connection, run, database.file()));
  }

  @Override
  public List<RunId> openRuns() {
    return runs(row -> !row.isClosed());
  }

  @Override
  public List<RunId> runs() {
    return runs(row -> true);
  }

  private List<RunId> runs(Predicate<RunRows.Row> wanted) {
    List<RunRows.Row> rows = database.read(connection -> RunRows.list(connection, database.file()));
    return rows.stream().filter(wanted).map(RunRows.Row::id).toList();
  }

  @Override
  public long lastSequence() {
    return database.read(RunRows::lastSequence);
  }

  @Override
  public SortedMap<AttemptKey, Long> cursors(RunId run) {
    return database.read(connection -> CursorRows.of(connection, run, database.file()));
  }

  @Override
  public void close() {
    database.close();
  }
}
