package dev.signalbox.journal.sqlite;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables, as numbered scripts that each lead from one version to the next. A released script is
 * never changed. The file's {@code user_version} says which was the last to run.
 */
final class Schema {
  /** The newest version that this program knows. */
  static final int VERSION = 1;

  /** Marks the file as ours in its header: the letters SBJL. */
  static final int APPLICATION_ID = 0x53424A4C;

  private Schema() {}

  /** Runs what is missing. The caller has begun a transaction and commits it. */
  static void migrate(Connection connection, String file) throws SQLException {
    int version = version(connection, file);
    try (Statement statement = connection.createStatement()) {
      for (int next = version + 1; next <= VERSION; next++) {
        for (String sql : statements(next)) {
          statement.executeUpdate(sql);
        }
      }
      statement.executeUpdate("PRAGMA application_id = " + APPLICATION_ID);
      statement.executeUpdate("PRAGMA user_version = " + VERSION);
    }
  }

  /**
   * The version of the file's tables; 0 without any. A file that is not ours, or that a newer
   * program wrote, is refused.
   */
  static int version(Connection connection, String file) throws SQLException {
    int version = number(connection, "PRAGMA user_version");
    int application = number(connection, "PRAGMA application_id");
    boolean isEmpty = number(connection, "SELECT count(*) FROM sqlite_master") == 0;
    if (isEmpty && version == 0) {
      return 0;
    }
    if (application != APPLICATION_ID) {
      throw new SignalboxException(
          ErrorCode.JOURNAL_CORRUPT,
          file + ": expected a journal, found a database of another program",
          List.of("move the file away; a new journal is started in its place"));
    }
    if (version > VERSION) {
      throw new SignalboxException(
          ErrorCode.JOURNAL_NEWER,
          file + ": expected a journal up to version " + VERSION + ", found version " + version,
          List.of("use the newer Signalbox that wrote it, or another state folder"));
    }
    return version;
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  /** The statements of a script: each ends with a semicolon at the end of a line. */
  private static List<String> statements(int version) {
    String name = "/dev/signalbox/journal/schema-" + version + ".sql";
    try (InputStream stream = Schema.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("expected the resource " + name + ", found none");
      }
      String script = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return List.of(script.strip().split(";\\s*(?:\\n|$)"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
