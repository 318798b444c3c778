package dev.signalbox.journal.sqlite;

import dev.signalbox.limit.Limits;
import dev.signalbox.sqlite.DatabaseFile;
import dev.signalbox.sqlite.NativeLibrary;
import dev.signalbox.sqlite.Transactions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/** One connection to the journal's file, used by one thread at a time. */
final class Database implements AutoCloseable {
  private final Path file;
  private final Transactions transactions;

  private Database(Path file, Connection connection) {
    this.file = file;
    this.transactions = new Transactions(connection, e -> Failure.of(file, e));
  }

  /** Opens the file to write, creates it if need be, and brings its tables up to date. */
  static Database open(Path file) {
    NativeLibrary.provideIn(file);
    DatabaseFile.create(file);
    Database database = connect(file, false);
    try {
      database.migrate();
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Opens the file to read only; empty while nobody has made a journal there. */
  static Optional<Database> view(Path file) {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    NativeLibrary.provideIn(file);
    Database database = connect(file, true);
    try {
      if (database.read(database::isOurs)) {
        return Optional.of(database);
      }
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    database.close();
    return Optional.empty();
  }

  private boolean isOurs(Connection reading) throws SQLException {
    if (Schema.version(reading, file.toString()) == 0) {
      return false;
    }
    RunRows.checkTotals(reading, file);
    return true;
  }

  private static Database connect(Path file, boolean isReadOnly) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(Limits.JOURNAL_BUSY_MS);
    config.setReadOnly(isReadOnly);
    config.enforceForeignKeys(true);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    try {
      return new Database(file, config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
    } catch (SQLException e) {
      throw Failure.of(file, e);
    }
  }

  /** The journal mode is a property of the file, and changing it needs the file for oneself. */
  private void migrate() {
    transactions.execute("PRAGMA journal_mode = WAL");
    write(connection -> {
      if (Schema.version(connection, file.toString()) < Schema.VERSION) {
        Schema.migrate(connection, file.toString());
      }
      RunRows.checkTotals(connection, file);
      return true;
    });
  }

  /** Runs the work in a transaction of its own that is the only writing one; all or none. */
  <T> T write(Transactions.Work<T> work) {
    return transactions.write(work);
  }

  /** Runs the work on one state of the file, whatever others write meanwhile. */
  <T> T read(Transactions.Work<T> work) {
    return transactions.read(work);
  }

  Path file() {
    return file;
  }

  @Override
  public void close() {
    transactions.close();
  }
}
