package dev.signalbox.journal.sqlite;

import dev.signalbox.journal.StoredFact;
import dev.signalbox.session.RunId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Facts as rows. SQLite does not notice a flipped bit inside a text, so every row is sealed. */
final class FactRows {
  private static final String INSERT =
      "INSERT INTO fact (sequence, run, kind, version, at, json, checksum)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)";
  private static final String SELECT =
      "SELECT sequence, run, kind, version, at, json, checksum FROM fact";

  private FactRows() {}

  static void insert(Connection connection, List<StoredFact> facts) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (StoredFact fact : facts) {
        insert.setLong(1, fact.sequence());
        insert.setString(2, fact.run().value());
        insert.setString(3, fact.kind());
        insert.setInt(4, fact.version());
        insert.setString(5, fact.at().toString());
        insert.setString(6, fact.json());
        insert.setLong(7, checksum(fact));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  static List<StoredFact> of(Connection connection, RunId run, Path file) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(SELECT + " WHERE run = ? ORDER BY sequence")) {
      select.setString(1, run.value());
      try (ResultSet row = select.executeQuery()) {
        List<StoredFact> facts = new ArrayList<>();
        while (row.next()) {
          facts.add(intact(row, file));
        }
        long expected = RunRows.factsOf(connection, run, file);
        if (facts.size() != expected) {
          throw Failure.corrupt(
              file, "found " + facts.size() + " of " + expected + " facts of run " + run);
        }
        return facts;
      }
    }
  }

  /** Reads every row of the journal, for its exceptions. */
  static long readAll(Connection connection, Path file) throws SQLException {
    long expected = 0;
    try (PreparedStatement select = connection.prepareStatement(SELECT + " ORDER BY sequence");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        expected++;
        long found = intact(row, file).sequence();
        if (found != expected) {
          throw Failure.corrupt(
              file, "found fact " + found + " where fact " + expected + " should be");
        }
      }
    }
    return expected;
  }

  private static StoredFact intact(ResultSet row, Path file) throws SQLException {
    long sequence = row.getLong(1);
    try {
      StoredFact fact =
          new StoredFact(
              sequence,
              new RunId(text(row, 2)),
              text(row, 3),
              row.getInt(4),
              Instant.parse(text(row, 5)),
              text(row, 6));
      if (checksum(fact) == row.getLong(7)) {
        return fact;
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw Failure.corrupt(file, "found that fact " + sequence + " cannot be read", e);
    }
    throw Failure.corrupt(file, "found that fact " + sequence + " is not as it was written");
  }

  /** A damaged row may hold no text where the table demands one. */
  private static String text(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }

  private static long checksum(StoredFact fact) {
    return Checksum.of(
        fact.sequence(), fact.run(), fact.kind(), fact.version(), fact.at(), fact.json());
  }
}
