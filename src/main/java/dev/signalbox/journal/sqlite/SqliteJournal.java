package dev.signalbox.journal.sqlite;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.journal.CursorMove;
import dev.signalbox.journal.Journal;
import dev.signalbox.journal.JournalView;
import dev.signalbox.journal.StoredFact;
import dev.signalbox.session.RunId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The journal in one SQLite file: every append is a transaction that is flushed to the disk. */
public final class SqliteJournal extends SqliteJournalView implements Journal {
  private final Database database;

  private SqliteJournal(Database database) {
    super(database);
    this.database = database;
  }

  /** Opens the journal to write, and makes it if need be. Its folder exists. */
  public static Journal open(Path file) {
    return new SqliteJournal(Database.open(file));
  }

  /** Opens the journal to read only; empty while none was made. */
  public static Optional<JournalView> view(Path file) {
    return Database.view(file).map(SqliteJournalView::new);
  }

  @Override
  public void append(List<StoredFact> facts, List<CursorMove> moves, Set<RunId> closed) {
    if (facts.isEmpty() && moves.isEmpty() && closed.isEmpty()) {
      return;
    }
    database.write(connection -> {
      inStep(connection, facts);
      RunRows.count(connection, facts, database.file());
      FactRows.insert(connection, facts);
      CursorRows.move(connection, moves, database.file());
      RunRows.close(connection, closed, database.file());
      return true;
    });
  }

  /** Looked up inside the transaction: what this process remembers is no proof. */
  private void inStep(Connection connection, List<StoredFact> facts) throws SQLException {
    if (facts.isEmpty()) {
      return;
    }
    long expected = RunRows.lastSequence(connection);
    for (StoredFact fact : facts) {
      expected++;
      if (fact.sequence() != expected) {
        throw new SignalboxException(
            ErrorCode.JOURNAL_OUT_OF_STEP,
            database.file() + ": expected fact " + expected + ", found " + fact.sequence(),
            List.of("end all engines of this state folder, then start one"));
      }
    }
  }
}
