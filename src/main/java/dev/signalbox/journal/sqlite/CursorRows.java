package dev.signalbox.journal.sqlite;

import dev.signalbox.journal.CursorMove;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Cursors as rows. */
final class CursorRows {
  private static final String MOVE =
      "INSERT INTO cursor (run, session, attempt, position) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT (run, session, attempt) DO UPDATE SET position = excluded.position"
          + " WHERE excluded.position >= cursor.position";
  private static final String IS_KNOWN = "SELECT 1 FROM run WHERE id = ?";
  private static final String SELECT =
      "SELECT session, attempt, position FROM cursor WHERE run = ?";

  private CursorRows() {}

  static void move(Connection connection, List<CursorMove> moves) throws SQLException {
    try (PreparedStatement known = connection.prepareStatement(IS_KNOWN);
        PreparedStatement move = connection.prepareStatement(MOVE)) {
      for (CursorMove cursor : moves) {
        SessionKey session = cursor.attempt().session();
        known.setString(1, session.run().value());
        try (ResultSet row = known.executeQuery()) {
          if (!row.next()) {
            throw new IllegalArgumentException("expected a run that began, found " + session.run());
          }
        }
        move.setString(1, session.run().value());
        move.setString(2, session.session().value());
        move.setInt(3, cursor.attempt().number());
        move.setLong(4, cursor.offset());
        if (move.executeUpdate() == 0) {
          throw new IllegalArgumentException("expected a cursor that moves on, found " + cursor);
        }
      }
    }
  }

  static SortedMap<AttemptKey, Long> of(Connection connection, RunId run) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setString(1, run.value());
      try (ResultSet row = select.executeQuery()) {
        SortedMap<AttemptKey, Long> cursors = new TreeMap<>();
        while (row.next()) {
          SessionKey session = new SessionKey(run, new SessionId(row.getString(1)));
          cursors.put(new AttemptKey(session, row.getInt(2)), row.getLong(3));
        }
        return cursors;
      }
    }
  }
}
