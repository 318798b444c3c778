package dev.signalbox.journal.sqlite;

import dev.signalbox.journal.JournalView;
import dev.signalbox.journal.StoredFact;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.RunId;
import java.util.List;
import java.util.SortedMap;

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
    return database.read(connection -> RunRows.list(connection, "WHERE closed = 0"));
  }

  @Override
  public List<RunId> runs() {
    return database.read(connection -> RunRows.list(connection, ""));
  }

  @Override
  public long lastSequence() {
    return database.read(RunRows::lastSequence);
  }

  @Override
  public SortedMap<AttemptKey, Long> cursors(RunId run) {
    return database.read(connection -> CursorRows.of(connection, run));
  }

  @Override
  public void close() {
    database.close();
  }
}
