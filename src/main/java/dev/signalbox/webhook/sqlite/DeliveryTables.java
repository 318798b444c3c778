package dev.signalbox.webhook.sqlite;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables of the database, and whether a file is such a database. */
final class DeliveryTables {
  /** The newest version that this program knows. */
  private static final int VERSION = 2;

  /** Marks the file as ours in its header: the letters SBWH. */
  private static final int APPLICATION_ID = 0x53425748;

  private static final List<String> STATEMENTS =
      List.of(
          """
          CREATE TABLE delivery (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            sender TEXT NOT NULL,
            id TEXT NOT NULL,
            event TEXT NOT NULL,
            received_ms INTEGER NOT NULL,
            bytes INTEGER NOT NULL,
            body BLOB,
            is_done INTEGER NOT NULL DEFAULT 0,
            verdict TEXT NOT NULL DEFAULT '',
            is_called INTEGER NOT NULL DEFAULT 0,
            UNIQUE (sender, id)
          ) STRICT\
          """,
          "CREATE INDEX delivery_waiting ON delivery (number) WHERE is_done = 0",
          "CREATE INDEX delivery_body ON delivery (number) WHERE is_done = 1 AND body IS NOT NULL",
          """
          CREATE TABLE item (
            id TEXT PRIMARY KEY,
            delivery INTEGER NOT NULL,
            source TEXT NOT NULL,
            kind TEXT NOT NULL,
            title TEXT NOT NULL,
            destination TEXT NOT NULL,
            at_ms INTEGER NOT NULL
          ) STRICT\
          """,
          "CREATE INDEX item_delivery ON item (delivery)",
          "CREATE INDEX delivery_called ON delivery (number) WHERE is_called = 1",
          "PRAGMA application_id = " + APPLICATION_ID,
          "PRAGMA user_version = " + VERSION);

  /** What makes a file of version 1 one of version 2. What came before then is not answered. */
  private static final List<String> FROM_1 =
      List.of(
          "ALTER TABLE delivery ADD COLUMN is_called INTEGER NOT NULL DEFAULT 0",
          "CREATE INDEX delivery_called ON delivery (number) WHERE is_called = 1",
          "PRAGMA user_version = " + VERSION);

  private DeliveryTables() {}

  /** Makes them where there are none. The caller has begun a transaction and commits it. */
  static void make(Connection connection, Path file) throws SQLException {
    if (!isThere(connection, file)) {
      execute(connection, STATEMENTS);
    } else if (number(connection, "PRAGMA user_version") == 1) {
      execute(connection, FROM_1);
    }
  }

  private static void execute(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }

  /** Whether they are there; a file of another program or a newer Signalbox is refused. */
  static boolean isThere(Connection connection, Path file) throws SQLException {
    if (number(connection, "SELECT count(*) FROM sqlite_master") == 0) {
      return false;
    }
    int version = number(connection, "PRAGMA user_version");
    if (number(connection, "PRAGMA application_id") != APPLICATION_ID || version > VERSION) {
      throw new SignalboxException(
          ErrorCode.WEBHOOKS_FAILED,
          file + ": expected deliveries up to version " + VERSION + ", found another database",
          List.of("move the file away, or use the newer Signalbox that wrote it"));
    }
    return true;
  }

  static int number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getInt(1) : 0;
    }
  }
}
