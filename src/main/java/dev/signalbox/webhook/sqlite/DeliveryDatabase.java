package dev.signalbox.webhook.sqlite;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.limit.Limits;
import dev.signalbox.sqlite.DatabaseFile;
import dev.signalbox.sqlite.NativeLibrary;
import dev.signalbox.sqlite.Transactions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteConfig;

/** One connection, used by one thread at a time. */
final class DeliveryDatabase implements AutoCloseable {
  private final Path file;
  private final Transactions transactions;

  private DeliveryDatabase(Path file, Connection connection) {
    this.file = file;
    this.transactions = new Transactions(connection, e -> failure(file, e));
  }

  /** Opens the file to write, and makes it if need be. */
  static DeliveryDatabase open(Path file) {
    NativeLibrary.provideIn(file);
    DatabaseFile.create(file);
    DeliveryDatabase database = connect(file, false);
    try {
      database.transactions.execute("PRAGMA journal_mode = WAL");
      database.write(connection -> {
        DeliveryTables.make(connection, file);
        return true;
      });
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Opens the file to read only. It exists. */
  static DeliveryDatabase view(Path file) {
    NativeLibrary.provideIn(file);
    return connect(file, true);
  }

  private static DeliveryDatabase connect(Path file, boolean isReadOnly) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(Limits.WEBHOOK_BUSY_MS);
    config.setReadOnly(isReadOnly);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    try {
      return new DeliveryDatabase(
          file, config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
    } catch (SQLException e) {
      throw failure(file, e);
    }
  }

  /** Runs the work in a transaction that is on the disk when this returns; all or none. */
  <T> T write(Transactions.Work<T> work) {
    return transactions.write(work);
  }

  /** Runs the work on one state of the file. */
  <T> T read(Transactions.Work<T> work) {
    return transactions.read(work);
  }

  private static SignalboxException failure(Path file, SQLException e) {
    return new SignalboxException(
        ErrorCode.WEBHOOKS_FAILED,
        file + ": expected to use the database of deliveries, found " + e.getMessage(),
        List.of("check the owner, the mode and the free space of its folder"),
        e);
  }

  Path file() {
    return file;
  }

  @Override
  public void close() {
    transactions.close();
  }
}
