package dev.signalbox.journal.sqlite;

import dev.signalbox.journal.StoredFact;
import dev.signalbox.session.RunId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs as rows. */
final class RunRows {
  private static final String OPEN =
      "INSERT INTO run (id, first_sequence, closed) VALUES (?, ?, 0)"
          + " ON CONFLICT (id) DO UPDATE SET closed = 0 WHERE run.closed = 1";
  private static final String CLOSE = "UPDATE run SET closed = 1 WHERE id = ?";

  private RunRows() {}

  /** Every run of the facts is there and open. */
  static void open(Connection connection, List<StoredFact> facts) throws SQLException {
    Set<RunId> done = new HashSet<>();
    try (PreparedStatement open = connection.prepareStatement(OPEN)) {
      for (StoredFact fact : facts) {
        if (done.add(fact.run())) {
          open.setString(1, fact.run().value());
          open.setLong(2, fact.sequence());
          open.executeUpdate();
        }
      }
    }
  }

  static void close(Connection connection, Set<RunId> runs) throws SQLException {
    try (PreparedStatement close = connection.prepareStatement(CLOSE)) {
      for (RunId run : runs) {
        close.setString(1, run.value());
        if (close.executeUpdate() == 0) {
          throw new IllegalArgumentException("expected a run that began, found " + run);
        }
      }
    }
  }

  /** The runs in the order of their first facts. */
  static List<RunId> list(Connection connection, String where) throws SQLException {
    String sql = "SELECT id FROM run " + where + " ORDER BY first_sequence";
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      List<RunId> runs = new ArrayList<>();
      while (row.next()) {
        runs.add(new RunId(row.getString(1)));
      }
      return runs;
    }
  }

  static long lastSequence(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT max(sequence) FROM fact");
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
