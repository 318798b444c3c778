package dev.signalbox.webhook.sqlite;

import dev.signalbox.limit.Limits;
import dev.signalbox.webhook.AgentCall;
import dev.signalbox.webhook.Body;
import dev.signalbox.webhook.Delivery;
import dev.signalbox.webhook.DeliveryQueue.Load;
import dev.signalbox.webhook.DeliveryQueue.Queued;
import dev.signalbox.webhook.DeliveryQueue.Stored;
import dev.signalbox.webhook.Endpoint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Deliveries as rows. */
final class DeliveryRows {
  private static final String INSERT =
      "INSERT INTO delivery (sender, id, event, received_ms, bytes, body, is_called)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sender, id) DO NOTHING";
  private static final String KNOWN = "SELECT 1 FROM delivery WHERE sender = ? AND id = ?";
  private static final String WEIGHT =
      "SELECT count(*), coalesce(sum(bytes), 0) FROM delivery WHERE is_done = 0";

  /** The index of what waits answers the last two. */
  private static final String LOAD =
      "SELECT (SELECT coalesce(max(number), 0) FROM delivery),"
          + " (SELECT count(*) FROM delivery WHERE is_done = 0),"
          + " (SELECT received_ms FROM delivery WHERE is_done = 0 ORDER BY number LIMIT 1)";

  private static final String COLUMNS =
      "SELECT number, sender, id, event, received_ms, body FROM delivery ";
  private static final String DONE =
      "UPDATE delivery SET is_done = 1, verdict = ? WHERE number = ? AND is_done = 0";

  /** Ids are numbered without gaps that matter: as many as fit are kept, by number. */
  private static final String FORGET_BODIES =
      "UPDATE delivery SET body = NULL WHERE is_done = 1 AND body IS NOT NULL"
          + " AND number <= (SELECT max(number) FROM delivery) - "
          + Limits.WEBHOOK_BODIES_KEPT_MAX;

  private static final String FORGET_IDS =
      "DELETE FROM delivery WHERE is_done = 1"
          + " AND number <= (SELECT max(number) FROM delivery) - "
          + Limits.WEBHOOKS_KEPT_MAX;
  private static final String FORGET_ITEMS =
      "DELETE FROM item WHERE delivery <= (SELECT max(number) FROM delivery) - "
          + Limits.WEBHOOKS_KEPT_MAX;

  private DeliveryRows() {}

  static List<Stored> insert(
      Connection connection, List<Delivery> deliveries, SqliteDeliveryQueue.Room room)
      throws SQLException {
    List<Stored> results = new ArrayList<>();
    int count = 0;
    long bytes = 0;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(WEIGHT)) {
      if (row.next()) {
        count = row.getInt(1);
        bytes = row.getLong(2);
      }
    }
    for (Delivery delivery : deliveries) {
      if (isKnown(connection, delivery)) {
        results.add(Stored.KNOWN);
      } else if (count >= room.deliveries() || bytes + delivery.body().size() > room.bytes()) {
        results.add(Stored.FULL);
      } else {
        insert(connection, delivery);
        count++;
        bytes += delivery.body().size();
        results.add(Stored.NEW);
      }
    }
    return results;
  }

  private static boolean isKnown(Connection connection, Delivery delivery) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
      select.setString(1, delivery.from().key());
      select.setString(2, delivery.id());
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  private static void insert(Connection connection, Delivery delivery) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, delivery.from().key());
      insert.setString(2, delivery.id());
      insert.setString(3, delivery.event());
      insert.setLong(4, delivery.received().toEpochMilli());
      insert.setInt(5, delivery.body().size());
      insert.setBytes(6, delivery.body().bytes());
      insert.setBoolean(7, AgentCall.in(delivery).isPresent());
      insert.executeUpdate();
    }
  }

  static List<Queued> waiting(Connection connection, int most) throws SQLException {
    return queued(connection, "WHERE is_done = 0", most);
  }

  static List<Queued> waitingAfter(Connection connection, long number, int most)
      throws SQLException {
    // A number cannot hold anything else.
    return queued(connection, "WHERE is_done = 0 AND number > " + number, most);
  }

  static Load load(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(LOAD)) {
      if (!row.next()) {
        throw new SQLException("expected a row of counts, found none");
      }
      int waiting = row.getInt(2);
      return new Load(
          row.getLong(1),
          waiting,
          waiting == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(row.getLong(3))));
    }
  }

  static List<Queued> unanswered(Connection connection, int most) throws SQLException {
    return queued(connection, "WHERE is_called = 1 AND body IS NOT NULL", most);
  }

  static int answered(Connection connection, long number) throws SQLException {
    String sql = "UPDATE delivery SET is_called = 0 WHERE number = ?";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setLong(1, number);
      return update.executeUpdate();
    }
  }

  /**
   * The oldest of some.
   *
   * @param which a condition of ours
   */
  private static List<Queued> queued(Connection connection, String which, int most)
      throws SQLException {
    String sql = COLUMNS + which + " ORDER BY number LIMIT ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setInt(1, most);
      List<Queued> waiting = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          waiting.add(new Queued(row.getLong(1), delivery(row)));
        }
      }
      return waiting;
    }
  }

  static Optional<Delivery> find(Connection connection, long number) throws SQLException {
    String sql = COLUMNS + "WHERE number = ? AND body IS NOT NULL";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, number);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(delivery(row)) : Optional.empty();
      }
    }
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    String sender = row.getString(2);
    return new Delivery(
        Endpoint.find(sender)
            .orElseThrow(() -> new SQLException("expected a sender, found " + sender)),
        row.getString(3),
        row.getString(4),
        Instant.ofEpochMilli(row.getLong(5)),
        new Body(row.getBytes(6)));
  }

  static int done(Connection connection, long number, String verdict) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(DONE)) {
      update.setString(1, verdict);
      update.setLong(2, number);
      return update.executeUpdate();
    }
  }

  static int forget(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(FORGET_BODIES)
          + statement.executeUpdate(FORGET_IDS)
          + statement.executeUpdate(FORGET_ITEMS);
    }
  }
}
