package dev.signalbox.journal.sqlite;

import dev.signalbox.journal.CursorMove;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import java.nio.file.Path;
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
      "INSERT INTO cursor (run, session, attempt, position, checksum) VALUES (?, ?, ?, ?, ?)"
          + " ON CONFLICT (run, session, attempt) DO UPDATE SET position = excluded.position,"
          + " checksum = excluded.checksum"
          + " WHERE excluded.position >= cursor.position";
  private static final String SELECT =
      "SELECT session, attempt, position, checksum FROM cursor WHERE run = ?";

  private CursorRows() {}

  static void move(Connection connection, List<CursorMove> moves, Path file) throws SQLException {
    try (PreparedStatement move = connection.prepareStatement(MOVE)) {
      for (CursorMove cursor : moves) {
        SessionKey session = cursor.attempt().session();
        RunRows.demand(connection, session.run(), file);
        move.setString(1, session.run().value());
        move.setString(2, session.session().value());
        move.setInt(3, cursor.attempt().number());
        move.setLong(4, cursor.offset());
        move.setLong(5, checksum(cursor));
        if (move.executeUpdate() == 0) {
          throw new IllegalArgumentException("expected a cursor that moves on, found " + cursor);
        }
      }
    }
  }

  static SortedMap<AttemptKey, Long> of(Connection connection, RunId run, Path file)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setString(1, run.value());
      try (ResultSet row = select.executeQuery()) {
        SortedMap<AttemptKey, Long> cursors = new TreeMap<>();
        while (row.next()) {
          CursorMove cursor = intact(row, run, file);
          cursors.put(cursor.attempt(), cursor.offset());
        }
        return cursors;
      }
    }
  }

  private static CursorMove intact(ResultSet row, RunId run, Path file) throws SQLException {
    try {
      SessionKey session = new SessionKey(run, new SessionId(String.valueOf(row.getString(1))));
      CursorMove cursor = new CursorMove(new AttemptKey(session, row.getInt(2)), row.getLong(3));
      if (checksum(cursor) == row.getLong(4)) {
        return cursor;
      }
    } catch (IllegalArgumentException e) {
      throw Failure.corrupt(file, "found that a cursor of run " + run + " cannot be read", e);
    }
    throw Failure.corrupt(file, "found that a cursor of run " + run + " is not as it was written");
  }

  private static long checksum(CursorMove cursor) {
    return Checksum.of(cursor.attempt(), cursor.offset());
  }
}
