package dev.signalbox.webhook.sqlite;

import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.webhook.TakenItem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Items that were taken, as rows. */
final class ItemRows {
  private static final String INSERT =
      "INSERT INTO item (id, delivery, source, kind, title, destination, at_ms)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING";
  private static final String LATEST =
      "SELECT id, delivery, source, kind, title, destination, at_ms FROM item"
          + " ORDER BY delivery DESC, rowid DESC LIMIT ?";

  private ItemRows() {}

  static boolean isThere(Connection connection, String id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT 1 FROM item WHERE id = ?")) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  static int insert(Connection connection, TakenItem item) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, item.id());
      insert.setLong(2, item.delivery());
      insert.setString(3, item.source());
      insert.setString(4, item.kind().name());
      insert.setString(5, item.title());
      insert.setString(6, item.destination());
      insert.setLong(7, item.at().toEpochMilli());
      return insert.executeUpdate();
    }
  }

  static List<TakenItem> latest(Connection connection, int most) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LATEST)) {
      select.setInt(1, most);
      List<TakenItem> items = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          items.add(item(row));
        }
      }
      return items;
    }
  }

  private static TakenItem item(ResultSet row) throws SQLException {
    return new TakenItem(
        row.getString(1),
        row.getLong(2),
        row.getString(3),
        FeedbackItem.Kind.valueOf(row.getString(4)),
        row.getString(5),
        row.getString(6),
        Instant.ofEpochMilli(row.getLong(7)));
  }
}
